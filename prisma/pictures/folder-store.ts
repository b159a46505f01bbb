import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { type PictureStore, pathOfKey } from "./picture-store.ts";

/** Keeps pictures as files in a folder, which only this system's user can read. It is created with the first picture. */
export function createFolderStore(folder: string): PictureStore {
  const pathOf = (key: string) => join(folder, pathOfKey(key));
  return {
    async put(key, picture) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // A reader never finds half a file.
      const unfinished = `${path}.new`;
      try {
        await writeFile(unfinished, picture, { mode: 0o600 });
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    async get(key) {
      const file = await open(pathOf(key)).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
      if (!file) return null;
      const { size } = await file.stat();
      return { bytes: size, stream: toWebStream(file.createReadStream()) };
    },
    delete: (key) => rm(pathOf(key), { force: true }),
  };
}

/** Node and the browser declare the same stream twice, so that one is not the other to the compiler. */
function toWebStream(stream: Readable): ReadableStream<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void stream.destroy(),
  });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
