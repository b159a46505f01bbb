import { createReadStream, existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import type { BackupPlace } from "./backup-place.ts";

/** Keeps backups as files in a folder, which only this system's user can read. */
export function createFolderPlace(folder: string): BackupPlace {
  const pathOf = (name: string) => join(folder, name);
  return {
    shown: resolve(folder),
    async put(name, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Under another name, so that half a backup is never taken for a whole one.
      const unfinished = pathOf(`${name}.unfinished`);
      try {
        // Opened first: a stream that opens it by itself may do so after it was removed because the bytes failed.
        const file = await open(unfinished, "w", 0o600);
        await pipeline(bytes, file.createWriteStream());
        await flush(unfinished);
        await rename(unfinished, pathOf(name));
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      return (await stat(pathOf(name))).size;
    },
    get: async (name) => (existsSync(pathOf(name)) ? createReadStream(pathOf(name)) : null),
    list: async () => (existsSync(folder) ? await readdir(folder) : []),
    delete: (name) => rm(pathOf(name), { force: true }),
  };
}

/** Writes a file through to the disk, so that it survives a power cut once it has its name. */
async function flush(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
