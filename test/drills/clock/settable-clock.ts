import { chmod, copyFile, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findFaketime } from "../programs/find-faketime.ts";

/** A clock for other processes that the drill sets. It goes on from there as time passes. */
export type SettableClock = {
  /** With these variables a process goes by this clock, its timers too. */
  environment: Record<string, string>;
  /** Returns what it shows now. */
  now(): Date;
  set(moment: Date): Promise<void>;
};

/** Creates a clock with libfaketime in `folder`. @throws when it cannot be had */
export async function makeSettableClock(folder: string): Promise<SettableClock> {
  const tools = join(folder, "faketime");
  await mkdir(tools, { mode: 0o755 });
  const library = join(folder, "libfaketime.so");
  await copyFile(await findFaketime(tools), library);
  const file = join(folder, "clock");
  let aheadSeconds = 0;
  const write = async () => {
    await writeFile(`${file}.new`, `${aheadSeconds >= 0 ? "+" : ""}${aheadSeconds}\n`);
    await chmod(`${file}.new`, 0o644);
    // A reader never finds half of it.
    await rename(`${file}.new`, file);
  };
  await write();
  return {
    environment: { LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: "1" },
    now: () => new Date(Date.now() + aheadSeconds * 1_000),
    set: async (moment) => {
      aheadSeconds = Math.round((moment.getTime() - Date.now()) / 1_000);
      await write();
    },
  };
}
