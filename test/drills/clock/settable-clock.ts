import { chmod, copyFile, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findFaketime } from "../programs/find-faketime.ts";

/** A clock for other processes that the drill sets. It goes on from there as time passes. */
export type SettableClock = {
  /** With these variables PostgreSQL, or the product, goes by this clock, its timers too. */
  environmentOf(who: Who): Record<string, string>;
  set(moment: Date): Promise<void>;
};

type Who = "database" | "product";

/** Seconds for which a process goes on by what it has read. Reading the file at each look at the clock would take all its time. */
const KEPT_SECONDS = 1;

/** Creates a clock with libfaketime in `folder`. @throws when that cannot be had */
export async function makeSettableClock(folder: string): Promise<SettableClock> {
  const tools = join(folder, "faketime");
  await mkdir(tools, { mode: 0o755 });
  const library = join(folder, "libfaketime.so");
  await copyFile(await findFaketime(tools), library);
  const fileOf = (who: Who) => join(folder, `clock-of-${who}`);
  const write = async (who: Who, aheadSeconds: number) => {
    const file = fileOf(who);
    await writeFile(`${file}.new`, `${aheadSeconds >= 0 ? "+" : ""}${aheadSeconds}\n`);
    await chmod(`${file}.new`, 0o644);
    // A reader never finds half of it.
    await rename(`${file}.new`, file);
    await wait(KEPT_SECONDS * 1_100);
  };
  return {
    environmentOf: (who) => ({
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: fileOf(who),
      FAKETIME_CACHE_DURATION: String(KEPT_SECONDS),
    }),
    set: async (moment) => {
      const aheadSeconds = Math.round((moment.getTime() - Date.now()) / 1_000);
      // The database first, because the workers go by its clock.
      await write("database", aheadSeconds);
      await write("product", aheadSeconds);
    },
  };
}
