import { join } from "node:path";
import type { Fault } from "./fault.ts";
import { mountSmallDisk, type SmallDisk } from "./small-disk.ts";
import { startPostgres } from "./start-postgres.ts";

const MEGABYTES = 400;
const FULL_MS = 8_000;
/** Words of PostgreSQL and of the disk. */
const SAYS = /No space left on device|could not (?:extend|write)|the database does not answer|ECONNREFUSED|recovery mode/;

/** Fills the disk of PostgreSQL for some seconds: before the crawls, while pages are read, and while mails are sent. */
export function fullDisk(): Fault {
  let disk: SmallDisk | null = null;
  let health: number[] = [];
  return {
    name: "disk-full",
    mayFail: false,
    lastsMs: FULL_MS,
    startsAt: (round) => [0.3, 0.7, 0.99, 0][(round - 1) % 4] ?? 0,
    startDatabase: async (folder) => {
      const small = await mountSmallDisk(join(folder, "disk"), MEGABYTES);
      disk = small;
      const server = await startPostgres(small.folder, {
        max_wal_size: "48MB",
        min_wal_size: "32MB",
        checkpoint_timeout: "30s",
      });
      return { ...server, stop: () => server.stop().then(small.unmount) };
    },
    begin: async ({ product }) => {
      disk?.fill();
      const ask = async () => (await fetch(`${product.webUrl}/readyz`).catch(() => null))?.status ?? 0;
      health = [];
      for (const delay of [1_000, 4_000, 7_000]) setTimeout(() => void ask().then((status) => health.push(status)), delay);
    },
    end: async ({ database }) => {
      await disk?.free();
      // A supervisor does so, if PostgreSQL has ended.
      await database.bringBack();
      return `the disk was full for ${FULL_MS / 1000} s, and /readyz said ${health.join(", ")}`;
    },
    judge: async ({ product }) => {
      const logs = (["worker", "web"] as const).filter((program) => SAYS.test(product.output(program)));
      return logs.length > 0 ? [] : ["Neither the worker nor the web process says in its log what is wrong."];
    },
  };
}
