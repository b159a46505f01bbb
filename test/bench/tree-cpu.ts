import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second in /proc (`getconf CLK_TCK`, 100 on every Linux that Node runs on). */
const TICKS = 100;

type Process = { pid: number; parent: number; ticks: number };

/**
 * Processor seconds that this process and all below it have used, those that ended and were waited for included. On a machine that others use
 * too it says more than the wall clock. Linux only: 0 elsewhere.
 */
export function treeCpuSeconds(): number {
  if (process.platform !== "linux") return 0;
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((found) => found !== null);
  const tree = new Set([process.pid]);
  for (let grown = true; grown; ) {
    const more = all.filter(({ pid, parent }) => tree.has(parent) && !tree.has(pid));
    for (const { pid } of more) tree.add(pid);
    grown = more.length > 0;
  }
  return all.filter(({ pid }) => tree.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0) / TICKS;
}

/** proc(5): the name in parentheses may hold spaces; then state, ppid (4) … utime, stime, cutime, cstime (14 to 17). */
function readProcess(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid, parent: Number(fields[1]), ticks };
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH")) return null;
    throw error;
  }
}
