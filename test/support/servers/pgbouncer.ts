import { execFile, spawn } from "node:child_process";
import { chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { chooseAccount } from "#prisma/embedded-postgres-account.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { findFreePort } from "./free-port.ts";

const ask = promisify(execFile);

type PgBouncer = {
  /** Returns the address of the same database through PgBouncer, as an operator writes it into DATABASE_URL. */
  through(url: string): string;
  /** Returns the number of transactions that went through it. */
  countTransactions(): Promise<number>;
  stop(): Promise<void>;
};

/** First version that keeps named statements apart. */
const KEEPS_STATEMENTS = 1.21;

/**
 * Starts PgBouncer in transaction mode before a PostgreSQL server. It takes the next of six server connections for each transaction, so that
 * what relies on its session fails.
 */
export async function startPgBouncer(program: string, { url }: { url: string }): Promise<PgBouncer> {
  const version = await readVersion(program);
  const { hostname, port: serverPort, username, password } = new URL(url);
  const port = await findFreePort();
  const folder = await mkdtemp(join(tmpdir(), "flawless-test-pgbouncer-"));
  const settings = {
    listen_addr: "127.0.0.1",
    listen_port: port,
    unix_socket_dir: "",
    pool_mode: "transaction",
    auth_type: "scram-sha-256",
    auth_file: join(folder, "users"),
    stats_users: decodeURIComponent(username),
    default_pool_size: 6,
    server_round_robin: 1,
    server_idle_timeout: 5,
    max_client_conn: 500,
    logfile: join(folder, "log"),
    ...(version >= KEEPS_STATEMENTS ? { max_prepared_statements: 200 } : {}),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const configuration = `[databases]\n* = host=${hostname} port=${serverPort}\n[pgbouncer]\n${lines.join("\n")}\n`;
  await writeFile(join(folder, "users"), `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`);
  await writeFile(join(folder, "pgbouncer.ini"), configuration);
  const account = await chooseAccount();
  await chmod(folder, 0o700);
  if (account)
    await Promise.all(["", "users", "pgbouncer.ini"].map((name) => chown(join(folder, name), account.uid, account.gid)));

  const child = spawn(program, [join(folder, "pgbouncer.ini")], {
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  let output = "";
  let hasEnded = false;
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const ended = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      output += error.message;
      resolve();
    });
    child.once("close", () => resolve());
  }).then(() => {
    hasEnded = true;
  });
  const through = (direct: string) => {
    const pooled = new URL(direct);
    pooled.port = String(port);
    if (version < KEEPS_STATEMENTS) pooled.searchParams.set("pgbouncer", "true");
    return pooled.toString();
  };
  await waitFor("PgBouncer to answer", () => {
    if (hasEnded) throw new Error(`PgBouncer (${program}) ended:\n${output}`);
    return answers(through(url));
  });
  return {
    through,
    countTransactions: () => countTransactions(through(Object.assign(new URL(url), { pathname: "/pgbouncer" }).toString())),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Returns a version such as 1.24. */
async function readVersion(program: string): Promise<number> {
  const { stdout } = await ask(program, ["--version"]);
  const [, version] = /PgBouncer (\d+\.\d+)/.exec(stdout) ?? [];
  if (!version) throw new Error(`${program} is not PgBouncer. It says: ${stdout}`);
  return Number(version);
}

/** Adds up the figures of all databases that PgBouncer's own one, at this address, knows. */
async function countTransactions(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ total_xact_count: string }>("SHOW STATS");
    return rows.reduce((sum, row) => sum + Number(row.total_xact_count), 0);
  } finally {
    await client.end();
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}
