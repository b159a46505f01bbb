import { execFile } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A file system of its own in memory, which can be full. */
export type SmallDisk = {
  folder: string;
  /** Fills it to the last byte and keeps it full, even when files are deleted there. */
  fill(): void;
  /** Gives back what `fill` took. */
  free(): Promise<void>;
  unmount(): Promise<void>;
};

const REFILL_MS = 50;
const [LARGE, SMALL] = [Buffer.alloc(1_048_576), Buffer.alloc(4_096)];

/** Mounts a file system of this size in `folder`. */
export async function mountSmallDisk(folder: string, megabytes: number): Promise<SmallDisk> {
  await mkdir(folder, { recursive: true });
  await run("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "tmpfs", folder]);
  const ballast = join(folder, "ballast");
  let file: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  const refill = () => {
    file ??= openSync(ballast, "a");
    for (const block of [LARGE, SMALL]) while (hasRoom(file, block));
  };
  const free = async () => {
    clearInterval(timer);
    if (file !== null) closeSync(file);
    file = null;
    await rm(ballast, { force: true });
  };
  return {
    folder,
    fill: () => {
      refill();
      timer = setInterval(refill, REFILL_MS);
    },
    free,
    unmount: async () => {
      await free();
      await run("umount", ["--lazy", folder]);
    },
  };
}

function hasRoom(file: number, block: Buffer): boolean {
  try {
    return writeSync(file, block) === block.length;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOSPC") return false;
    throw error;
  }
}
