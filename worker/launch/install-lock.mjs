// One `npm ci` at a time in one folder. Plain JavaScript without packages: see run.mjs.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const BEAT_MS = 1_000;
/** A holder touches its file every second; after this time without, it was killed. */
const STALE_AFTER_MS = 5_000;

/**
 * Waits for the lock, and calls `onWait` once if another process holds it. Its file names the npm process, which goes on alone if its parent is
 * killed; the lock holds until npm has ended too.
 */
export async function holdInstallLock(root, onWait) {
  const folder = join(root, ".flawless");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "install.lock");
  let hasReported = false;
  while (!create(path)) {
    if (isStale(path)) {
      rmSync(path, { force: true });
      continue;
    }
    if (!hasReported) onWait();
    hasReported = true;
    await wait(BEAT_MS);
  }
  const beat = setInterval(() => touch(path), BEAT_MS);
  beat.unref();
  return {
    nameInstaller: (pid) => writeFileSync(path, String(pid)),
    release: () => {
      clearInterval(beat);
      rmSync(path, { force: true });
    },
  };
}

function create(path) {
  try {
    writeFileSync(path, "", { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function isStale(path) {
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file || Date.now() - file.mtimeMs < STALE_AFTER_MS) return false;
  const commandLine = `/proc/${readFileSync(path, "utf8")}/cmdline`;
  return !(existsSync(commandLine) && readFileSync(commandLine, "utf8").includes("npm"));
}

function touch(path) {
  const now = new Date();
  if (statSync(path, { throwIfNoEntry: false })) utimesSync(path, now, now);
}
