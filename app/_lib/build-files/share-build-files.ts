import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "#prisma/client.ts";
import { type OwnBuildFile, publishBuildFiles } from "#prisma/queries/build-files/publish-build-files.ts";
import type { Log } from "#worker/log.ts";

const RETRY_MS = 30_000;
/** Most time by which a start is delayed. */
const PATIENCE_MS = 10_000;

/** Lists the files that this build serves to browsers. `build` is Next's output folder. */
export async function listBuildFiles(build: string): Promise<OwnBuildFile[]> {
  const folder = join(build, "static");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: `/_next/static/${relative(folder, file).split(sep).join("/")}`, read: () => readFile(file) }));
}

/**
 * Puts this build's files where the web processes of other versions find them. Waits for it, because no page may name a file that the others cannot
 * serve; but a database that does not answer delays the start only a little, and it is tried again.
 */
export async function shareBuildFiles(db: Database, files: readonly OwnBuildFile[], log: Log): Promise<void> {
  await Promise.race([share(db, files, log), wait(PATIENCE_MS, undefined, { ref: false })]);
}

async function share(db: Database, files: readonly OwnBuildFile[], log: Log): Promise<void> {
  try {
    const count = await publishBuildFiles(db, files, new Date());
    log.info({ count, of: files.length }, "files of this build are shared with other versions");
  } catch (error) {
    log.warn({ err: error }, "files of this build could not be shared with other versions: it is tried again");
    setTimeout(() => share(db, files, log), RETRY_MS).unref();
  }
}
