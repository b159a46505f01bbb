import { createHash } from "node:crypto";
import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { z } from "zod";
import type { PictureStore } from "#prisma/pictures/picture-store.ts";
import {
  BACKUP_FORMAT,
  type BackupHeader,
  type BackupManifest,
  HEADER_ENTRY,
  MANIFEST_ENTRY,
  type TableContents,
} from "#worker/core/backup/backup-manifest.ts";
import type { ArchiveEntry } from "./archive.ts";
import { describeTables, findMigrations, quoted, readSequences } from "./describe-database.ts";

type Options = {
  /** Null: pictures are left out. */
  store: PictureStore | null;
  startedAt: Date;
  /** Called once, with what was read. */
  onManifest(manifest: BackupManifest): void;
};

/** Size of the pieces of a table. One at a time is in memory. */
const PIECE_BYTES = 4 * 1024 * 1024;
const keysSchema = z.array(z.object({ key: z.string() }));

/**
 * Reads the database as the entries of a backup: the header, each table in pieces, the pictures, the manifest. All tables are read in one
 * snapshot, so that they agree with each other; the product goes on meanwhile.
 */
export async function* readDatabase(
  client: Client,
  { store, startedAt, onManifest }: Options,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  for (const setting of ["TimeZone TO 'UTC'", "DateStyle TO 'ISO'", "statement_timeout TO 0"])
    await client.query(`SET LOCAL ${setting}`);
  const tables = await describeTables(client);
  const migrations = await findMigrations(client);
  const header: BackupHeader = { format: BACKUP_FORMAT, startedAt: startedAt.toISOString(), migrations, tables };
  yield asJson(HEADER_ENTRY, header);
  const read: BackupManifest["tables"] = {};
  for (const table of tables) read[table.name] = yield* readTable(client, table);
  const sequences = await readSequences(client);
  const keys = store ? await findKeys(client) : [];
  // Pictures never change, and a long snapshot would keep the database from cleaning up.
  await client.query("COMMIT");
  const { hashes: pictures, missing: missingPictures } = store ? yield* readPictures(store, keys) : { hashes: {}, missing: 0 };
  const manifest: BackupManifest = { format: BACKUP_FORMAT, tables: read, sequences, pictures, missingPictures };
  onManifest(manifest);
  yield asJson(MANIFEST_ENTRY, manifest);
}

async function* readTable(
  client: Client,
  { name, columns }: BackupHeader["tables"][number],
): AsyncGenerator<ArchiveEntry, TableContents, undefined> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(", ");
  const rows = client.query(copyTo(`COPY (SELECT ${list} FROM ${quoted(client, name)}) TO STDOUT`));
  const hash = createHash("sha256");
  let [bytes, pieces, waiting] = [0, 0, 0];
  let chunks: Uint8Array[] = [];
  const next = (): ArchiveEntry => {
    const piece = Buffer.concat(chunks);
    [chunks, waiting] = [[], 0];
    pieces += 1;
    return { name: `tables/${name}/${String(pieces).padStart(6, "0")}`, bytes: piece };
  };
  for await (const chunk of rows) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError("The database sent no bytes.");
    hash.update(chunk);
    chunks.push(chunk);
    waiting += chunk.length;
    bytes += chunk.length;
    if (waiting >= PIECE_BYTES) yield next();
  }
  if (waiting > 0) yield next();
  return { rows: rows.rowCount, bytes, sha256: hash.digest("hex") };
}

/** Returns the names of all pictures and PDFs that the store should have. */
async function findKeys(client: Client): Promise<string[]> {
  const { rows } = await client.query(
    `SELECT "key" FROM "Picture" UNION ALL SELECT "key" FROM "ReportFile" WHERE "key" IS NOT NULL AND "state" = 'ready'`,
  );
  return keysSchema.parse(rows).map(({ key }) => key);
}

async function* readPictures(
  store: PictureStore,
  keys: readonly string[],
): AsyncGenerator<ArchiveEntry, { hashes: Record<string, string>; missing: number }, undefined> {
  const hashes: Record<string, string> = {};
  let missing = 0;
  for (const key of keys) {
    const picture = await store.get(key);
    if (!picture) {
      missing += 1;
      continue;
    }
    const bytes = new Uint8Array(await new Response(picture.stream).arrayBuffer());
    hashes[key] = createHash("sha256").update(bytes).digest("hex");
    yield { name: `pictures/${key}`, bytes };
  }
  return { hashes, missing };
}

function asJson(name: string, value: unknown): ArchiveEntry {
  return { name, bytes: Buffer.from(JSON.stringify(value)) };
}
