import { readFileSync } from "node:fs";

/** Clock ticks per second in /proc, on all usual machines. */
const TICKS = 100;

/** Returns the processor seconds of this process and of its children that have ended. */
export function busySeconds(): number {
  const { user, system } = process.cpuUsage();
  // The fields after the name, which may contain spaces: the 14th and 15th are those of ended children (proc(5): cutime, cstime).
  const fields = readFileSync("/proc/self/stat", "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (user + system) / 1_000_000 + (Number(fields[13]) + Number(fields[14])) / TICKS;
}
