import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/**
 * Returns what distinguishes a process from a later one with the same number: its start time, and on Linux, where that counts from the boot,
 * also the boot. Null if no such process runs.
 */
export async function identifyProcess(pid: number): Promise<string | null> {
  if (process.platform !== "linux") return identifyByPs(pid);
  const status = await readIfThere(`/proc/${pid}/stat`);
  if (status === null) return null;
  // The second field is the program's name in parentheses, which may hold spaces. The start time is the 22nd.
  const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
  const isZombie = fields[0] === "Z";
  return isZombie ? null : `${await readIfThere("/proc/sys/kernel/random/boot_id")}${fields[19]}`;
}

async function identifyByPs(pid: number): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)]);
    return stdout.trim() || null;
  } catch {
    return null; // ps exits with 1 when there is no such process
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return null; // the process ended
  }
}
