import { readFile } from "node:fs/promises";
import type { Database } from "#prisma/client.ts";
import { descendantsMs, processMs, watchPostgres } from "#test/bench/load/processor-times.ts";
import type { RunningProcess } from "#test/support/child-process.ts";
import { type DatabaseLoad, readDatabaseLoad } from "./database-load.ts";
import type { FleetSites, SiteFigures } from "./start-sites.ts";

/** Processor milliseconds by process, `machine`: of all that runs on it and of all its time; and what database and sites did. */
export type Reading = {
  processor: { worker: number; browser: number; postgres: number; sites: number };
  machine: { busy: number; all: number };
  database: DatabaseLoad;
  sites: SiteFigures;
};

type Measured = { db: Database; adminUrl: string; workers: readonly RunningProcess[]; server: FleetSites };

/** Opens a meter of what a run takes. Its readings count from the start of the processes. */
export async function openMeter({ db, adminUrl, workers, server }: Measured): Promise<{ read(): Promise<Reading> }> {
  const readPostgres = await watchPostgres(db);
  const sum = async (read: (pid: number) => Promise<number>) =>
    (await Promise.all(workers.map(({ pid }) => read(pid)))).reduce((all, each) => all + each, 0);
  return {
    read: async () => ({
      processor: {
        worker: await sum(processMs),
        browser: await sum(descendantsMs),
        postgres: await readPostgres(),
        sites: await processMs(server.pid),
      },
      machine: await readMachine(),
      database: await readDatabaseLoad(adminUrl),
      sites: await server.read(),
    }),
  };
}

/** Reads the machine's time, of all cores together, in milliseconds (proc_stat(5)). */
async function readMachine(): Promise<Reading["machine"]> {
  const [line = ""] = (await readFile("/proc/stat", "utf8")).split("\n");
  const ticks = line.split(/\s+/).slice(1, 9).map(Number);
  const all = ticks.reduce((total, each) => total + each, 0) * 10;
  const [, , , idle = 0, waiting = 0] = ticks;
  return { all, busy: all - (idle + waiting) * 10 };
}
