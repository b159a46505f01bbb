import { readdir, readFile } from "node:fs/promises";
import type { Database } from "#prisma/client.ts";

/** Milliseconds in the unit of proc_pid_stat(5). */
const TICK_MS = 10;

/** Returns the processor time so far of a process and of those that it started, also ended ones, in milliseconds. Linux only. */
export async function processMs(pid: number): Promise<number> {
  const { own, ended } = await readTimes(pid);
  return own + ended + (await sumOfChildren(pid));
}

/**
 * Returns a function that reads the processor time so far of all processes of the PostgreSQL server that `db` is connected to, with those
 * that have ended. Linux only, and on the same machine.
 */
export async function watchPostgres(db: Database): Promise<() => Promise<number>> {
  const [row] = await db.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS "pid"`;
  if (!row) throw new Error("PostgreSQL did not name its process.");
  const { parent: postmaster } = await readTimes(row.pid);
  return async () => {
    const { own, ended } = await readTimes(postmaster);
    return own + ended + (await sumOfChildren(postmaster));
  };
}

async function sumOfChildren(parent: number): Promise<number> {
  const processes = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const times = await Promise.all(processes.map((pid) => readTimes(pid).catch(ifEnded)));
  return times.reduce((sum, each) => (each?.parent === parent ? sum + each.own : sum), 0);
}

/** Ignores a process that ended while the list of processes was read. */
function ifEnded(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT" || error.code === "ESRCH") return null;
  throw error;
}

async function readTimes(pid: number): Promise<{ parent: number; own: number; ended: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const sum = (...at: number[]) => at.reduce((all, each) => all + Number(fields[each]) * TICK_MS, 0);
  return { parent: Number(fields[1]), own: sum(11, 12), ended: sum(13, 14) };
}
