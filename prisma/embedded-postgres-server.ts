import { existsSync } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { type Account, type CommandResult, run } from "./embedded-postgres-account.ts";
import type { Binaries } from "./embedded-postgres-binaries.ts";
import type { Home } from "./embedded-postgres-home.ts";

/** One server on disk: its files, its programs, its user, and settings (`name: value`) that override postgresql.conf. */
export type Server = { home: Home; binaries: Binaries; account: Account | null; settings: Record<string, string> };

export const SUPERUSER = "flawless";

/**
 * Creates the data folder unless it exists. initdb writes to a `.partial` folder first, so that a killed run is cleared away
 * next time.
 */
export async function initialise({ home, binaries, account }: Server): Promise<void> {
  if (existsSync(home.data)) return;
  const partial = `${home.data}.partial`;
  await rm(partial, { recursive: true, force: true });
  const encoding = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = [`--username=${SUPERUSER}`, `--pwfile=${home.passwordFile}`, "--auth=scram-sha-256"];
  const result = await run(account, binaries.initdb, ["-D", partial, ...encoding, ...access]);
  if (result.code !== 0) throw new Error(`PostgreSQL could not make its data folder ${home.data}:\n${result.output}`);
  await rename(partial, home.data);
}

/**
 * Starts the server detached, so that it outlives a killed launcher, and waits until it accepts connections. Starts a new log
 * and keeps the previous one.
 */
export async function start({ home, binaries, account, settings }: Server, port: number): Promise<CommandResult> {
  const all = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    log_checkpoints: "off",
    ...settings,
  };
  const options = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`);
  if (existsSync(home.log)) await rename(home.log, `${home.log}.before`);
  const args = ["start", "-w", "-t", "60", "-D", home.data, "-l", home.log, "-o", options.join(" ")];
  return run(account, binaries.pgCtl, args, { apart: true });
}

/**
 * Stops the server. `fast` drops connections and flushes data; `immediate` acts like a crash, from which the next start
 * recovers.
 */
export async function stop(server: Server, mode: "fast" | "immediate" = "fast"): Promise<void> {
  const { home, binaries, account } = server;
  const result = await run(account, binaries.pgCtl, ["stop", "-w", "-t", "30", "-m", mode, "-D", home.data], { apart: true });
  // A killed server leaves its pid file; the next start removes it.
  if (result.code === 0 || !(await isRunning(home))) return;
  if (mode === "fast") return stop(server, "immediate");
  throw new Error(`PostgreSQL in ${home.data} did not stop: ${result.output}`);
}

/** Returns the process id and port from postmaster.pid (lines 1 and 4), or null without that file. It may be stale. */
export async function readPidFile(home: Home): Promise<{ pid: number; port: number } | null> {
  if (!existsSync(pidFile(home))) return null;
  const lines = (await readFile(pidFile(home), "utf8")).split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** Returns true if the server process exists, even while it is still starting or stopping. */
export async function isRunning(home: Home): Promise<boolean> {
  const named = await readPidFile(home);
  return named !== null && (await isServerProcess(home, named.pid));
}

/**
 * Returns true if the process is this server and not another one that reuses its id, as happens after every container restart.
 */
export async function isServerProcess(home: Home, pid: number): Promise<boolean> {
  const commandLine = `/proc/${pid}/cmdline`;
  if (existsSync("/proc/self")) return existsSync(commandLine) && (await readFile(commandLine, "utf8")).includes(home.data);
  return (await run(null, "ps", ["-o", "command=", "-p", String(pid)])).output.includes(home.data);
}

/** Removes the pid file. The server refuses to start while the file names any living process. */
export async function removePidFile(home: Home): Promise<void> {
  await rm(pidFile(home), { force: true });
}

/** Returns the last lines of the log, which say why a start failed. */
export async function readLogEnd(home: Home): Promise<string> {
  if (!existsSync(home.log)) return "";
  return (await readFile(home.log, "utf8")).split("\n").slice(-12).join("\n");
}

function pidFile(home: Home): string {
  return `${home.data}/postmaster.pid`;
}
