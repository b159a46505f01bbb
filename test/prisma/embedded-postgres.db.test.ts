import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { crashEmbeddedPostgres, type EmbeddedPostgres, startEmbeddedPostgres } from "#prisma/embedded-postgres.ts";

let folder: string;
let dataDir: string;
const lines: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flawless-embedded-"));
  await chmod(folder, 0o755);
  dataDir = join(folder, "postgres");
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

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}

describe("startEmbeddedPostgres", () => {
  it("keeps data, port and password over a stop", async () => {
    const first = await launch();
    await query(first.url, "CREATE TABLE kept AS SELECT 7 AS number");
    await first.stop();
    const second = await launch();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, "SELECT number FROM kept")).toEqual([{ number: 7 }]);
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
    await query(first.url, "CREATE TABLE kept AS SELECT 7 AS number");
    process.kill(await pidOf(first), "SIGKILL");
    const second = await launch();
    expect(await query(second.url, "SELECT number FROM kept")).toEqual([{ number: 7 }]);
  });

  it("starts when another process has the number that the pid file of a killed server names", async () => {
    const first = await launch();
    const stale = await readFile(pidFile(first), "utf8");
    await first.stop();
    const other = spawn("sleep", ["60"], { stdio: "ignore" });
    await writeFile(pidFile(first), stale.replace(/^\d+/, String(other.pid)), { mode: 0o600 });
    const second = await launch();
    expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(other.exitCode).toBeNull();
    other.kill();
  });

  it("takes another port when its last one is busy", async () => {
    const first = await launch();
    await first.stop();
    const squatter = await listenOn(portOf(first));
    const second = await launch();
    expect(portOf(second)).not.toBe(portOf(first));
    expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    squatter.close();
  });

  it("answers only who has the password", async () => {
    const server = await launch();
    const url = new URL(server.url);
    url.password = "wrong";
    await expect(query(url.toString(), "SELECT 1")).rejects.toThrow(/password authentication failed/);
  });

  it("keeps what was committed over a crash", async () => {
    const server = await launch();
    await query(server.url, "CREATE TABLE kept AS SELECT 7 AS number");
    await server.restart("immediate");
    expect(await query(server.url, "SELECT number FROM kept")).toEqual([{ number: 7 }]);
  });

  it.runIf(process.getuid?.() === 0)(
    "as root finds the same data elsewhere when its user may not enter the folder",
    async () => {
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
