import { Client } from "pg";
import type { PictureStore } from "#prisma/pictures/picture-store.ts";
import type { BackupManifest } from "#worker/core/backup/backup-manifest.ts";
import { backupName } from "#worker/core/backup/backup-name.ts";
import { writeArchive } from "./archive.ts";
import { type BackupLock, encrypt } from "./backup-key.ts";
import type { BackupPlace } from "./backup-place.ts";
import { readDatabase } from "./read-database.ts";

type Wanted = {
  databaseUrl: string;
  place: BackupPlace;
  lock: BackupLock;
  /** Null: pictures are left out. */
  store: PictureStore | null;
  now: Date;
  /** Ends it; nothing is left of it. */
  signal?: AbortSignal;
};

export type WrittenBackup = { name: string; bytes: number; rows: number; pictures: number; missingPictures: number };

/** Writes an encrypted backup of the database and the pictures to a place, in a stream: its size costs no memory. */
export async function writeBackup({ databaseUrl, place, lock, store, now, signal }: Wanted): Promise<WrittenBackup> {
  const name = backupName(now);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const state: { manifest: BackupManifest | null; bytes: number } = { manifest: null, bytes: 0 };
    const onManifest = (manifest: BackupManifest) => {
      state.manifest = manifest;
    };
    const entries = readDatabase(client, { store, startedAt: now, onManifest });
    const toPlace = async (archive: AsyncIterable<Uint8Array>) => {
      state.bytes = await place.put(name, await encrypt(archive, lock));
    };
    await writeArchive(entries, toPlace, signal);
    if (!state.manifest) throw new Error("The backup ended before all was read.");
    const { tables, pictures, missingPictures } = state.manifest;
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    return { name, bytes: state.bytes, rows, pictures: Object.keys(pictures).length, missingPictures };
  } finally {
    await client.end();
  }
}
