import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { crashEmbeddedPostgres, type EmbeddedPostgres, startEmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import { migrate } from "#prisma/migrate.ts";
import { createQueue } from "#prisma/queue.ts";
import { runSql } from "#test/support/servers/postgres-server.ts";

/** Holds a new server's data. Each test gets a copy, because making them takes seconds. */
let made: string;
let folder: string;
let dataDir: string;
const lines: string[] = [];

async function makeFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "flawless-embedded-"));
  await chmod(path, 0o755);
  return path;
}

beforeAll(async () => {
  made = await makeFolder();
  dataDir = join(made, "postgres");
  await (await launch()).stop();
});

afterAll(() => rm(made, { recursive: true, force: true }));

beforeEach(async () => {
  folder = await makeFolder();
  dataDir = join(folder, "postgres");
  execFileSync("cp", ["-a", join(made, "postgres"), dataDir]);
  lines.length = 0;
});

afterEach(async () => {
  await crashEmbeddedPostgres(dataDir);
  await rm(folder, { recursive: true, force: true });
});

const launch = () => startEmbeddedPostgres({ dataDir, log: (line) => lines.push(line), settings: { fsync: "off" } });
const portOf = (server: EmbeddedPostgres) => Number(new URL(server.url).port);
const pidFile = (server: EmbeddedPostgres) => join(server.folder, "data", "postmaster.pid");
const pidOf = async (server: EmbeddedPostgres) => Number((await readFile(pidFile(server), "utf8")).split("\n")[0]);

async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}

describe("startEmbeddedPostgres", () => {
  it("keeps data, port and password over a restart", async () => {
    const first = await launch();
    await runSql(first.url, "CREATE TABLE kept AS SELECT 7 AS number");
    await first.stop();
    const second = await launch();
    expect(second.url).toBe(first.url);
    expect(await runSql(second.url, "SELECT number FROM kept")).toEqual([{ number: 7 }]);
  });

  it("uses the server that a killed launcher left running", async () => {
    const first = await launch();
    const pid = await pidOf(first);
    const second = await launch();
    expect(await pidOf(second)).toBe(pid);
    expect(lines.join()).toContain("still running");
  });

  it("starts after the server itself was killed", async () => {
    const first = await launch();
    await runSql(first.url, "CREATE TABLE kept AS SELECT 7 AS number");
    process.kill(await pidOf(first), "SIGKILL");
    const second = await launch();
    expect(await runSql(second.url, "SELECT number FROM kept")).toEqual([{ number: 7 }]);
  });

  it("starts when another process has the id in a killed server's pid file", async () => {
    const first = await launch();
    const stale = await readFile(pidFile(first), "utf8");
    await first.stop();
    const other = spawn("sleep", ["60"], { stdio: "ignore" });
    await writeFile(pidFile(first), stale.replace(/^\d+/, String(other.pid)), { mode: 0o600 });
    const second = await launch();
    expect(await runSql(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(other.exitCode).toBeNull();
    other.kill();
  });

  it("uses another port when its last one is busy", async () => {
    const first = await launch();
    await first.stop();
    const squatter = await listenOn(portOf(first));
    const second = await launch();
    expect(portOf(second)).not.toBe(portOf(first));
    expect(await runSql(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    squatter.close();
  });

  it("accepts only clients with the password", async () => {
    const server = await launch();
    const url = new URL(server.url);
    url.password = "wrong";
    await expect(runSql(url.toString(), "SELECT 1")).rejects.toThrow(/password authentication failed/);
  });

  it("lets the product change its own data and nothing else of the server", async () => {
    const server = await launch();
    const forbidden = [
      "COPY (SELECT 1) TO PROGRAM 'true'",
      "SELECT pg_read_file('/etc/passwd')",
      "SELECT rolpassword FROM pg_authid",
      "CREATE ROLE another",
      "CREATE DATABASE another",
      "ALTER ROLE CURRENT_USER SUPERUSER",
      "SET ROLE flawless",
      "ALTER SYSTEM SET log_statement = 'all'",
    ];
    for (const sql of forbidden)
      await expect(runSql(server.url, sql), sql).rejects.toThrow(/permission denied|must be|only roles with/i);
  });

  it("lets the product create and change what it needs", async () => {
    const server = await launch();
    expect(await migrate(server.url)).not.toEqual([]);
    const queue = await createQueue(server.url, (error) => lines.push(error.message));
    await queue.stop({ graceful: false });
    await runSql(server.url, "CREATE SCHEMA more; CREATE TABLE more.things (id int); DROP SCHEMA more CASCADE");
  });

  it("transfers a database made by an older version as the superuser, so that it can be changed and dropped", async () => {
    const first = await launch();
    await migrate(first.url);
    await first.stop();
    const second = await launch();
    await runSql(
      second.adminUrl,
      `ALTER DATABASE flawless OWNER TO flawless;
       CREATE SCHEMA old;
       CREATE TYPE old.mood AS ENUM ('good');
       CREATE DOMAIN old.short AS text;
       CREATE TYPE old.pair AS (a int, b int);
       CREATE TABLE old.things (id serial, number int GENERATED ALWAYS AS IDENTITY, mood old.mood) PARTITION BY RANGE (id);
       CREATE TABLE old.part PARTITION OF old.things DEFAULT;
       CREATE SEQUENCE old.counter;
       CREATE VIEW old.seen AS SELECT * FROM old.things;
       CREATE FUNCTION old.one() RETURNS int LANGUAGE sql AS 'SELECT 1';
       CREATE FUNCTION old.noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';`,
    );
    await second.stop();
    const third = await launch();
    const left = await runSql(
      third.url,
      `SELECT relname FROM pg_class WHERE relowner <> 'flawless_app'::regrole AND relnamespace = 'old'::regnamespace
       UNION ALL SELECT typname FROM pg_type WHERE typowner <> 'flawless_app'::regrole AND typnamespace = 'old'::regnamespace
       UNION ALL SELECT proname FROM pg_proc WHERE proowner <> 'flawless_app'::regrole AND pronamespace = 'old'::regnamespace
       UNION ALL SELECT datname FROM pg_database WHERE datname = 'flawless' AND datdba <> 'flawless_app'::regrole`,
    );
    expect(left).toEqual([]);
    await runSql(third.url, "ALTER TYPE old.mood ADD VALUE 'bad'; ALTER TABLE old.things ADD more int");
    await runSql(third.url, "DROP SCHEMA old CASCADE");
  });

  it("keeps both passwords in files that only PostgreSQL's user reads", async () => {
    const server = await launch();
    for (const name of ["password", "owner-password"]) {
      const path = join(server.folder, name);
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect([server.url, server.adminUrl].filter((url) => url.includes(readFileSync(path, "utf8")))).toHaveLength(1);
    }
    expect((await stat(server.folder)).mode & 0o777).toBe(0o700);
  });

  it("keeps committed data over a crash", async () => {
    const server = await launch();
    await runSql(server.url, "CREATE TABLE kept AS SELECT 7 AS number");
    await server.restart("immediate");
    expect(await runSql(server.url, "SELECT number FROM kept")).toEqual([{ number: 7 }]);
  });

  it.runIf(process.getuid?.() === 0)(
    "as root finds the same data elsewhere when its user may not enter the folder",
    async () => {
      await rm(dataDir, { recursive: true });
      await chmod(folder, 0o700);
      const first = await launch();
      expect(first.folder).toMatch(/^\/var\/lib\/flawless\//);
      await first.stop();
      const second = await launch();
      expect(second.url).toBe(first.url);
      await second.stop();
      await rm(dirname(second.folder), { recursive: true });
      await chmod(folder, 0o755);
    },
  );
});
