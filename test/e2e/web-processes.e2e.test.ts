import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type RunningProcess, startNode } from "#test/support/child-process.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { waitFor } from "#test/support/wait-for.ts";

const root = join(import.meta.dirname, "..", "..");
const METRICS_TOKEN = "a-token-of-the-tests-long-enough";
const COUNTED = /^flawless_http_request_duration_seconds_count\{method="GET",route="\/pricing",status="2xx"\} (\d+)$/m;

let database: TestDatabase;
const started: RunningProcess[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((web) => web.stop("SIGKILL")));
});
afterAll(() => database?.drop());

/** Starts a web server with two processes and waits until they serve. */
async function start() {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const web = startNode(join(root, "dist", "web.mjs"), [], {
    ...{ DATABASE_URL: database.pooledUrl, APP_URL: url, PORT: String(port), METRICS_TOKEN, WEB_PROCESSES: "2" },
    AUTH_SECRET: "a secret of the tests, at least 32 characters",
  });
  started.push(web);
  await web.printed(/Ready in \d+ ms/);
  return { web, url, children: await childrenOf(web.pid) };
}

/** Returns the processes that a process has started, from proc_pid_stat(5). */
async function childrenOf(parent: number): Promise<number[]> {
  const all = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(all.map((pid) => readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")));
  const isChild = (stat: string) => Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === parent;
  return all.filter((_, at) => isChild(stats[at] ?? "")).map(Number);
}

const isRunning = async (pid: number) => (await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")) !== "";

it("share a port, serve the same public pages, and sum up their metrics", async () => {
  const { web, url, children } = await start();
  expect(children).toHaveLength(2);
  // A new connection for each, so that both processes get some.
  const headers = { connection: "close" };
  for (let request = 0; request < 6; request += 1) {
    const answer = await fetch(`${url}/pricing`, { headers });
    expect([answer.status, answer.headers.get("content-security-policy")]).toEqual([
      200,
      expect.not.stringContaining("nonce-"),
    ]);
    await answer.text();
  }
  const counted = async () => {
    const answer = await fetch(`${url}/metrics`, { headers: { ...headers, authorization: `Bearer ${METRICS_TOKEN}` } });
    const text = await answer.text();
    expect(text.match(/^flawless_users \d+$/gm)).toHaveLength(1);
    return Number(COUNTED.exec(text)?.[1] ?? 0);
  };
  // Each process also asked itself for the page once. A request is counted when its connection has ended.
  await waitFor("all requests to be counted", async () => (await counted()) === 8);
  expect(await counted()).toBe(8);
  expect(await web.stop()).toBe(0);
  for (const pid of children) expect(await isRunning(pid)).toBe(false);
});

it("end together when one of them ends by itself, and say which", async () => {
  const { web, children } = await start();
  const [first = 0] = children;
  process.kill(first, "SIGKILL");
  expect(await web.exited).toBe(1);
  expect(web.output()).toContain(`"pid":${first}`);
  for (const pid of children) expect(await isRunning(pid)).toBe(false);
});

it("end when the process that started them is killed", async () => {
  const { web, children } = await start();
  await web.stop("SIGKILL");
  for (const pid of children) await waitFor(`process ${pid} to end`, async () => !(await isRunning(pid)));
});
