import type { Database } from "#prisma/client.ts";
import { openPictureStore } from "#prisma/pictures/open-picture-store.ts";
import { recordFailedBackup, recordFinishedBackup } from "#prisma/queries/backups/end-backup.ts";
import { findBackupNames } from "#prisma/queries/backups/find-backup-names.ts";
import { chooseDeleted, parseBackupKeep } from "#worker/core/backup/choose-kept.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { StorageSettings } from "#worker/core/settings.ts";
import type { BackupLock } from "./backup-key.ts";
import { openBackupPlace } from "./open-backup-place.ts";
import { type WrittenBackup, writeBackup } from "./write-backup.ts";

type Dependencies = {
  db: Database;
  /** Address of the database itself, not of a pool. */
  databaseUrl: string;
  settings: StorageSettings;
  now: () => Date;
  signal?: AbortSignal;
};

export type MadeBackup = WrittenBackup & { to: string; deleted: string[] };

/**
 * Makes a backup as the settings say, records it under the id of its begin, and deletes older ones of this database. A failure is recorded, too.
 * @throws DomainError `invalid-input` if the settings name no place or no key
 */
export async function makeBackup({ db, databaseUrl, settings, now, signal }: Dependencies, id: string): Promise<MadeBackup> {
  try {
    const place = openBackupPlace(settings);
    const lock = lockOf(settings);
    if (!place || !lock)
      throw new DomainError(
        "invalid-input",
        "Set BACKUP_TO to a folder or to s3://bucket/folder, and BACKUP_RECIPIENT or BACKUP_PASSPHRASE, in .env or the environment.",
      );
    const store = settings.BACKUP_PICTURES === "on" ? openPictureStore(settings) : null;
    const written = await writeBackup({ databaseUrl, place, lock, store, now: now(), ...(signal ? { signal } : {}) });
    await recordFinishedBackup(db, { id, now: now() }, written);
    // A new, empty installation with the same BACKUP_TO must not push out what it is to be restored from.
    const own = await findBackupNames(db);
    const names = (await place.list()).filter((name) => own.has(name));
    const deleted = chooseDeleted(names, parseBackupKeep(settings.BACKUP_KEEP));
    for (const name of deleted) await place.delete(name);
    return { ...written, to: place.shown, deleted };
  } catch (error) {
    await recordFailedBackup(db, { id, now: now() }, error instanceof Error ? error.message : String(error));
    throw error;
  }
}

function lockOf({ BACKUP_RECIPIENT: recipient, BACKUP_PASSPHRASE: passphrase }: StorageSettings): BackupLock | null {
  if (recipient !== undefined) return { recipient };
  return passphrase === undefined ? null : { passphrase };
}
