import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { type Account, chooseAccount, run } from "#prisma/embedded-postgres-account.ts";
import { findBinaries } from "#prisma/embedded-postgres-binaries.ts";
import { openHome } from "#prisma/embedded-postgres-home.ts";
import * as server from "#prisma/embedded-postgres-server.ts";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { runSql } from "#test/support/servers/postgres-server.ts";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";
import { waitFor } from "#test/support/wait-for.ts";
import type { KillableDatabase } from "../kill/killable-product.ts";
import { startMovableAddress } from "./movable-address.ts";

/** `bringBack` promotes the standby instead of the killed primary, and makes a new standby of it. */
type ReplicatedPostgres = KillableDatabase & { stop(): Promise<void> };

type Node = { port: number; data: string; stop(): Promise<void> };

/** A commit waits until the standby has it on its disk, so that nothing that was said to be done is lost. */
const SETTINGS = { synchronous_commit: "on", wal_level: "replica", max_connections: "100" };

/** Starts a primary and a streaming standby behind one address. Their folders are within `folder`, which every user may enter. */
export async function startReplicatedPostgres(folder: string): Promise<ReplicatedPostgres> {
  const account = await chooseAccount();
  const first = await startThrowawayPostgres(SETTINGS);
  const admin = new URL(first.adminUrl);
  const adminUrlAt = (port: number) => Object.assign(new URL(admin), { port: String(port) }).toString();
  let primary: Node = { port: Number(admin.port), data: join(first.folder, "data"), stop: first.stop };
  const all: Node[] = [primary];
  const address = await startMovableAddress(primary.port);

  /** Copies the running primary, as pg_basebackup does, and starts the copy as its standby. */
  async function addStandby(): Promise<Node> {
    const home = await openHome(join(folder, `standby-${all.length}`), account);
    const slot = `standby_${all.length}`;
    const client = new Client({ connectionString: adminUrlAt(primary.port) });
    await client.connect();
    await client.query("SELECT pg_create_physical_replication_slot($1, true)", [slot]);
    await client.query("SELECT pg_backup_start('standby', true)");
    await copyData(primary.data, home.data);
    const { rows } = await client.query<{ labelfile: string }>("SELECT labelfile FROM pg_backup_stop(false)");
    await client.end();
    await writeFile(join(home.data, "backup_label"), rows[0]?.labelfile ?? "");
    await writeFile(join(home.data, "standby.signal"), "");
    await giveTo(account, home.folder);
    const conninfo = `host=127.0.0.1 port=${primary.port} user=${admin.username} password=${admin.password} application_name=${slot}`;
    const port = await findFreePort();
    const standby: server.Server = {
      ...{ home, account, binaries: await findBinaries(account) },
      settings: { ...SETTINGS, primary_slot_name: slot, hot_standby: "on" },
    };
    // In a file, because the command line of the server is no place for spaces and passwords.
    await writeFile(join(home.data, "postgresql.auto.conf"), `primary_conninfo = '${conninfo}'\n`);
    await giveTo(account, home.folder);
    const { code } = await server.start(standby, port);
    if (code !== 0) throw new Error(`The standby did not start:\n${await server.readLogEnd(home)}`);
    const node = { port, data: home.data, stop: () => server.stop(standby, "immediate") };
    all.push(node);
    await runSql(adminUrlAt(primary.port), "ALTER SYSTEM SET synchronous_standby_names = '*'");
    await runSql(adminUrlAt(primary.port), "SELECT pg_reload_conf()");
    const synced = "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'";
    await waitFor("the standby to follow", async () => (await runSql(adminUrlAt(primary.port), synced)).length > 0);
    return node;
  }

  let standby = await addStandby();
  return {
    url: Object.assign(new URL(first.url), { port: String(address.port) }).toString(),
    kill: async () => {
      const [pid] = (await readFile(join(primary.data, "postmaster.pid"), "utf8")).split("\n");
      process.kill(Number(pid), "SIGKILL");
    },
    bringBack: async () => {
      // Otherwise its commits would wait for a standby of its own.
      await runSql(adminUrlAt(standby.port), "SELECT pg_promote()");
      primary = standby;
      address.leadTo(primary.port);
      standby = await addStandby();
    },
    stop: async () => {
      address.close();
      for (const node of all.toReversed()) await node.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Copies a data folder without what belongs to the running server. The standby streams the log from the start of the copy on. */
async function copyData(from: string, to: string): Promise<void> {
  const left = new Set([
    join(from, "postmaster.pid"),
    join(from, "postmaster.opts"),
    join(from, "pg_wal"),
    join(from, "pg_replslot"),
  ]);
  await cp(from, to, { recursive: true, filter: (path) => !left.has(path) });
  for (const name of ["pg_wal", "pg_wal/archive_status", "pg_replslot"]) await mkdir(join(to, name), { mode: 0o700 });
}

async function giveTo(account: Account | null, folder: string): Promise<void> {
  if (account) await run(null, "chown", ["-R", `${account.uid}:${account.gid}`, folder]);
}
