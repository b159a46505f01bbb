import { createHash, type Hash } from "node:crypto";
import {
  BACKUP_FORMAT,
  type BackupHeader,
  type BackupManifest,
  backupHeaderSchema,
  backupManifestSchema,
  HEADER_ENTRY,
  MANIFEST_ENTRY,
} from "#worker/core/backup/backup-manifest.ts";
import type { ArchiveEntry } from "./archive.ts";

/** A part of a backup, in the order in which they come. */
export type BackupPart =
  | { kind: "header"; header: BackupHeader }
  | { kind: "rows"; table: string; columns: readonly string[]; bytes: Uint8Array }
  | { kind: "picture"; key: string; bytes: Uint8Array }
  | { kind: "manifest"; manifest: BackupManifest };

const TABLE = /^tables\/([^/]+)\/\d{6}$/;
const PICTURE = /^pictures\/([^/]+)$/;

/**
 * Reads the parts of a backup, and compares them with its manifest at the end.
 * @throws if something is missing, changed, or of a newer version of the format
 */
export async function* checkArchive(entries: AsyncIterable<ArchiveEntry>): AsyncGenerator<BackupPart, void, undefined> {
  const hashes = new Map<string, Hash>();
  const pictures: Record<string, string> = {};
  let header: BackupHeader | null = null;
  let manifest: BackupManifest | null = null;
  for await (const { name, bytes } of entries) {
    if (manifest) throw new Error(`There is something after the end: ${name}.`);
    if (!header) {
      header = readHeader(name, bytes);
      yield { kind: "header", header };
      continue;
    }
    const [, table] = TABLE.exec(name) ?? [];
    const [, key] = PICTURE.exec(name) ?? [];
    const columns = header.tables.find((known) => known.name === table)?.columns;
    if (table !== undefined && columns) {
      const hash = hashes.get(table) ?? createHash("sha256");
      hashes.set(table, hash.update(bytes));
      yield { kind: "rows", table, columns, bytes };
    } else if (key !== undefined) {
      pictures[key] = createHash("sha256").update(bytes).digest("hex");
      yield { kind: "picture", key, bytes };
    } else if (name === MANIFEST_ENTRY) {
      manifest = backupManifestSchema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
      compare({ header, manifest, hashes, pictures });
      yield { kind: "manifest", manifest };
    } else throw new Error(`It has something unknown: ${name}.`);
  }
  if (!manifest) throw new Error("Its end is missing.");
}

function readHeader(name: string, bytes: Uint8Array): BackupHeader {
  if (name !== HEADER_ENTRY) throw new Error("It does not begin like a backup of Flawless.");
  const header = backupHeaderSchema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  if (header.format !== BACKUP_FORMAT) throw new Error(`It has the format ${header.format}, which this version does not know.`);
  return header;
}

type Compared = { header: BackupHeader; manifest: BackupManifest; hashes: Map<string, Hash>; pictures: Record<string, string> };

function compare({ header, manifest, hashes, pictures }: Compared): void {
  for (const { name } of header.tables) {
    const sha256 = (hashes.get(name) ?? createHash("sha256")).digest("hex");
    if (manifest.tables[name]?.sha256 !== sha256) throw new Error(`The rows of ${name} are not those that were written.`);
  }
  for (const [key, sha256] of Object.entries(manifest.pictures))
    if (pictures[key] !== sha256) throw new Error(`The picture ${key} is not the one that was written.`);
  if (Object.keys(pictures).length !== Object.keys(manifest.pictures).length)
    throw new Error("It has pictures that are not in its list.");
}
