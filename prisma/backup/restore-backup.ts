import { type Client, escapeIdentifier } from "pg";
import { connectTo, readDatabaseState, refuseForeign } from "#prisma/database-state.ts";
import { migrate } from "#prisma/migrate.ts";
import type { PictureStore } from "#prisma/pictures/picture-store.ts";
import type { BackupManifest } from "#worker/core/backup/backup-manifest.ts";
import { DomainError } from "#worker/core/errors.ts";
import { type RowLoader, startLoading } from "./load-rows.ts";
import { openBackup, type StoredBackup } from "./open-backup.ts";
import { prepareSchema } from "./prepare-schema.ts";

type Wanted = StoredBackup & {
  databaseUrl: string;
  /** Null: pictures are left out. */
  store: PictureStore | null;
  /** True if what is in the database may be lost. */
  overwrite: boolean;
};

export type RestoredBackup = { rows: number; pictures: number; migrations: string[] };

/** Tables with a row once people use the product. */
const CUSTOMERS = ["User", "Team", "Site"];

/** Reads a backup to its end without restoring it, and returns its manifest. @throws DomainError as `openBackup` */
export async function checkBackup(stored: StoredBackup): Promise<BackupManifest> {
  for await (const part of openBackup(stored)) if (part.kind === "manifest") return part.manifest;
  throw new Error("A backup without a manifest was taken for a whole one.");
}

/**
 * Restores a backup into an empty database, then applies the migrations that came after it. All rows or none: they are committed once the whole
 * backup proved right. One that replaces data is read to its end beforehand.
 * @throws DomainError `conflict` for a database with data or of another program, or a backup that is cut short, changed, or newer; `not-found`;
 * `unavailable`
 */
export async function restoreBackup(wanted: Wanted): Promise<RestoredBackup> {
  const { databaseUrl, store, overwrite, ...stored } = wanted;
  await requireRestorable(databaseUrl, { overwrite });
  if (overwrite) await checkBackup(stored);
  let client: Client | null = null;
  const putKeys: string[] = [];
  let pictures = 0;
  let loader: RowLoader | null = null;
  let restored: BackupManifest | null = null;
  try {
    for await (const part of openBackup(stored)) {
      if (part.kind === "header") {
        await prepareSchema(databaseUrl, part.header.migrations);
        client = await connectTo(databaseUrl);
        loader = await startLoading(client);
      } else if (part.kind === "rows") await loader?.add(part.table, part.columns, part.bytes);
      else if (part.kind === "picture") {
        if (store && (await putUnlessThere(store, part))) putKeys.push(part.key);
        pictures += 1;
      } else restored = part.manifest;
    }
    if (!loader || !restored) throw new Error("The backup ended before all was read.");
    await loader.finish(restored);
  } catch (error) {
    for (const key of putKeys) await store?.delete(key);
    throw error;
  } finally {
    // Rolls back what was not committed.
    await client?.end();
  }
  const migrations = await migrate(databaseUrl);
  const rows = Object.values(restored.tables).reduce((sum, table) => sum + table.rows, 0);
  return { rows, pictures: store ? pictures : 0, migrations };
}

/** Stores a picture, which never changes under its name. Returns false if it was there. */
async function putUnlessThere(store: PictureStore, { key, bytes }: { key: string; bytes: Uint8Array }): Promise<boolean> {
  const known = await store.get(key);
  await known?.stream.cancel();
  if (!known) await store.put(key, bytes);
  return !known;
}

/** Refuses a database of another program, and one with data that may not be lost. */
async function requireRestorable(databaseUrl: string, { overwrite }: { overwrite: boolean }): Promise<void> {
  const client = await connectTo(databaseUrl);
  try {
    const state = await readDatabaseState(client);
    refuseForeign(state);
    if (state.kind === "empty" || overwrite) return;
    for (const table of CUSTOMERS) {
      if (await hasRows(client, table))
        throw new DomainError(
          "conflict",
          "The database has data already, so nothing was restored. Name an empty one in DATABASE_URL, or add --overwrite to replace everything in it.",
        );
    }
  } finally {
    await client.end();
  }
}

/** Returns false also if there is no such table, as after a migration that was cut short. */
async function hasRows(client: Client, table: string): Promise<boolean> {
  const name = `public.${escapeIdentifier(table)}`;
  const { rows: known } = await client.query("SELECT 1 WHERE to_regclass($1) IS NOT NULL", [name]);
  if (known.length === 0) return false;
  const { rows } = await client.query(`SELECT 1 FROM ${name} LIMIT 1`);
  return rows.length > 0;
}
