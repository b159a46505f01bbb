import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { waitFor } from "#test/support/wait-for.ts";

/** Figures by name, such as "worker heap (MB)". */
export type Usage = Record<string, number>;

type Wanted = {
  db: Database;
  /** Ids of the product's processes by name. */
  pids: Record<string, number>;
  /** See report-memory.ts. */
  reportFile: string;
  temporaryFolder: string;
};

const MEGABYTE = 1_048_576;
const PAGE_BYTES = 4_096;
const reportSchema = z.object({ heapUsed: z.number(), external: z.number(), rss: z.number(), handles: z.number() });

/** Reads what the product takes: memory after all garbage is collected, handles, files, connections, and the sizes of tables. */
export async function readUsage({ db, pids, reportFile, temporaryFolder }: Wanted): Promise<Usage> {
  const usage: Usage = {};
  const browser = { bytes: 0, processes: 0 };
  for (const [name, pid] of Object.entries(pids)) {
    const { heapUsed, external, rss, handles } = await askForMemory(pid, `${reportFile}.${pid}`);
    usage[`${name} heap (MB)`] = heapUsed / MEGABYTE;
    usage[`${name} outside the heap (MB)`] = external / MEGABYTE;
    usage[`${name} RSS (MB)`] = rss / MEGABYTE;
    usage[`${name} handles`] = handles;
    usage[`${name} open files`] = (await readdir(`/proc/${pid}/fd`)).length;
    for (const child of await findDescendants(pid)) {
      browser.processes += 1;
      browser.bytes += await residentBytes(child);
    }
  }
  usage["browser RSS (MB)"] = browser.bytes / MEGABYTE;
  usage["browser processes"] = browser.processes;
  usage["temporary files"] = (await readdir(temporaryFolder, { recursive: true })).length;
  const [server] = await db.$queryRaw<{ connections: number; bytes: number }[]>`
    SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE "backend_type" = 'client backend') AS "connections",
      pg_database_size(current_database())::float8 AS "bytes"`;
  usage["connections to PostgreSQL"] = server?.connections ?? 0;
  usage["database (MB)"] = (server?.bytes ?? 0) / MEGABYTE;
  return usage;
}

async function askForMemory(pid: number, path: string): Promise<z.infer<typeof reportSchema>> {
  process.kill(pid, "SIGUSR2");
  const text = await waitFor("a process to report its memory", () => readFile(path, "utf8").catch(() => null));
  await rm(path);
  return reportSchema.parse(JSON.parse(text));
}

async function findDescendants(of: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(join("/proc", name, "stat"), "utf8").catch(() => "");
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const found = new Set([of]);
  for (const each of found) for (const [pid, parent] of parents) if (parent === each) found.add(pid);
  found.delete(of);
  return [...found];
}

/** Returns the memory of a process without what it shares with files; 0 if it has just ended. */
async function residentBytes(pid: number): Promise<number> {
  const [, resident, shared] = (await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "0 0 0")).split(" ").map(Number);
  return ((resident ?? 0) - (shared ?? 0)) * PAGE_BYTES;
}
