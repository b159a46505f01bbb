import { readdir, readFile } from "node:fs/promises";
import type { Database } from "#prisma/client.ts";

/** Milliseconds in the unit of proc_pid_stat(5). */
const TICK_MS = 10;

/** Returns the processor time of a process so far, in milliseconds, in steps of 10. Linux only. */
export async function processMs(pid: number): Promise<number> {
  const { own } = await readTimes(pid);
  return own;
}

/** Returns the processor time so far of a process's descendants, such as a worker's browser, with those that have ended. Linux only. */
export async function descendantsMs(pid: number): Promise<number> {
  const processes = await readAll();
  const { ended } = await readTimes(pid);
  const sum = (parent: number): number =>
    processes.reduce((all, each) => (each.parent === parent ? all + each.own + each.ended + sum(each.pid) : all), 0);
  return ended + sum(pid);
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
    return (await readAll()).reduce((sum, each) => (each.parent === postmaster ? sum + each.own : sum), own + ended);
  };
}

async function readAll() {
  const processes = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const times = await Promise.all(
    processes.map(async (pid) => ({ pid, ...(await readTimes(pid)) })).map((each) => each.catch(ifEnded)),
  );
  return times.filter((each) => each !== null);
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
