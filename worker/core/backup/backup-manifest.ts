import { z } from "zod";

/** Raised when an older program could not restore what a newer one writes. */
export const BACKUP_FORMAT = 1;

/** Names of the entries of an archive besides `tables/<table>/<number>` and `pictures/<key>`. */
export const HEADER_ENTRY = "backup.json";
export const MANIFEST_ENTRY = "manifest.json";

/** The first entry of an archive: what the tables are like. */
export const backupHeaderSchema = z.object({
  format: z.number().int(),
  startedAt: z.iso.datetime(),
  /** Names of the applied migrations, the oldest first. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1) })),
});
export type BackupHeader = z.infer<typeof backupHeaderSchema>;

const contents = z.object({ rows: z.number().int(), bytes: z.number().int(), sha256: z.string() });
export type TableContents = z.infer<typeof contents>;

/** The last entry: what must have been read before it. An archive without it is cut short. */
export const backupManifestSchema = z.object({
  format: z.number().int(),
  tables: z.record(z.string(), contents),
  /** Last values of the sequences, by name. */
  sequences: z.record(z.string(), z.string()),
  /** Hashes of the pictures, by key. */
  pictures: z.record(z.string(), z.string()),
  /** Pictures that the store did not have. */
  missingPictures: z.number().int(),
});
export type BackupManifest = z.infer<typeof backupManifestSchema>;
