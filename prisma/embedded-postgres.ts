import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { chooseAccount } from "./embedded-postgres-account.ts";
import { findBinaries } from "./embedded-postgres-binaries.ts";
import { choosePort, ensurePassword, openHome } from "./embedded-postgres-home.ts";
import { DATABASE, OWNER, provideOwner } from "./embedded-postgres-owner.ts";
import * as postgres from "./embedded-postgres-server.ts";

export type EmbeddedPostgres = {
  /** Address of the product's database, with the password of the ordinary role that owns it. */
  url: string;
  /** Address for the superuser, who may create databases and roles. The product never uses it. */
  adminUrl: string;
  /** The folder with its data, passwords and log. It differs from the requested one if PostgreSQL's user cannot enter that. */
  folder: string;
  /** True if it ran already: then it is someone else's to stop. */
  wasRunning: boolean;
  isRunning(): Promise<boolean>;
  /** Starts it again on the same port after another process ended it. */
  bringBack(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it (`immediate` acts like a crash) and starts it again on the same port. */
  restart(mode: "fast" | "immediate"): Promise<void>;
};

type Options = { dataDir: string; log: (line: string) => void; settings?: Record<string, string> };

const PATIENCE_MS = 30_000;

/**
 * Starts the PostgreSQL server in `dataDir`, on 127.0.0.1 only, and creates it on first use:
 * 1. a server that still runs (its launcher was killed) is reused;
 * 2. the stale pid file of a killed server is removed;
 * 3. otherwise it is started, on its last port if that is free.
 * @throws with the end of the server's log when it does not start
 */
export async function startEmbeddedPostgres({ dataDir, log, settings = {} }: Options): Promise<EmbeddedPostgres> {
  const account = await chooseAccount();
  const home = await openHome(dataDir, account);
  const binaries = await findBinaries(account);
  const password = await ensurePassword(home.passwordFile, account);
  const ownerPassword = await ensurePassword(home.ownerPasswordFile, account);
  const server: postgres.Server = { home, binaries, account, settings };
  await postgres.initialise(server);
  const adminUrlAt = (port: number, database: string) =>
    `postgresql://${postgres.SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  const running = await findRunning(server, (port) => adminUrlAt(port, "postgres"));
  if (running) log(`PostgreSQL was still running on port ${running}`);
  const port = running ?? (await startPatiently(server, () => choosePort(home)));
  await provideOwner((database) => adminUrlAt(port, database), ownerPassword);
  return {
    url: `postgresql://${OWNER}:${ownerPassword}@127.0.0.1:${port}/${DATABASE}`,
    adminUrl: adminUrlAt(port, DATABASE),
    folder: home.folder,
    wasRunning: running !== null,
    isRunning: () => postgres.isRunning(home),
    bringBack: async () => {
      const found = await findRunning(server, (at) => adminUrlAt(at, "postgres"));
      if (!found) await startPatiently(server, async () => port);
    },
    stop: () => postgres.stop(server),
    restart: async (mode) => {
      await postgres.stop(server, mode);
      await startOn(server, port);
    },
  };
}

/** Stops the server in `dataDir`, if one runs, as a crash would: without flushing data. */
export async function crashEmbeddedPostgres(dataDir: string): Promise<void> {
  const account = await chooseAccount();
  const home = await openHome(dataDir, account);
  if (!(await postgres.isRunning(home))) return;
  await postgres.stop({ home, binaries: await findBinaries(account), account, settings: {} }, "immediate");
}

/** Returns the port of the server named by the pid file, once it answers; waits while it is starting or stopping. */
async function findRunning(server: postgres.Server, urlAt: (port: number) => string): Promise<number | null> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const named = await postgres.readPidFile(server.home);
    if (!named) return null;
    if (!(await postgres.isServerProcess(server.home, named.pid))) {
      await postgres.removePidFile(server.home);
      return null;
    }
    if (named.port > 0 && (await answers(urlAt(named.port)))) return named.port;
    await wait(200);
  }
  await postgres.stop(server, "immediate");
  return null;
}

/**
 * Starts the server, and retries when the port was taken after it was chosen, or when processes of a killed server still hold
 * its memory ("pre-existing shared memory block is still in use").
 */
async function startPatiently(server: postgres.Server, choose: () => Promise<number>): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choose();
    try {
      await startOn(server, port);
      return port;
    } catch (error) {
      const passing = error instanceof Error && /Address already in use|shared memory block/i.test(error.message);
      if (!passing || attempt === 5) throw error;
      await wait(500);
    }
  }
}

async function startOn(server: postgres.Server, port: number): Promise<void> {
  const { code } = await postgres.start(server, port);
  if (code === 0) return;
  const reason = await postgres.readLogEnd(server.home);
  throw new Error(`PostgreSQL in ${server.home.folder} did not start. The end of its log:\n${reason}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
