import { DomainError } from "#worker/core/errors.ts";
import { readArchive } from "./archive.ts";
import { type BackupKey, decrypt } from "./backup-key.ts";
import type { BackupPlace } from "./backup-place.ts";
import { type BackupPart, checkArchive } from "./check-archive.ts";

export type StoredBackup = { place: BackupPlace; name: string; key: BackupKey };

/**
 * Reads a backup part by part.
 * @throws DomainError `not-found` if there is none of this name, `conflict` if the key does not open it, or it was cut short or changed
 */
export async function* openBackup({ place, name, key }: StoredBackup): AsyncGenerator<BackupPart, void, undefined> {
  const stored = await place.get(name);
  if (!stored) throw new DomainError("not-found", `There is no backup ${name} in ${place.shown}.`);
  const bytes = await decryptOr(stored, key, name);
  const parts = checkArchive(readArchive(bytes));
  for (;;) {
    const next = await parts.next().catch((cause: unknown) => {
      throw new DomainError(
        "conflict",
        `The backup ${name} is cut short or was changed, so it is not used: ${cause instanceof Error ? cause.message : String(cause)}`,
        { cause },
      );
    });
    if (next.done) return;
    yield next.value;
  }
}

async function decryptOr(stored: AsyncIterable<Uint8Array>, key: BackupKey, name: string): Promise<AsyncIterable<Uint8Array>> {
  try {
    return await decrypt(stored, key);
  } catch (cause) {
    const what = "passphrase" in key ? "the passphrase is another one" : "none of the keys opens it";
    throw new DomainError("conflict", `The backup ${name} cannot be opened: ${what}, or its beginning was changed.`, { cause });
  }
}
