import { existsSync } from "node:fs";
import { chmod, lstat, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { crashEmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import { type RunningProcess, startNode } from "#test/support/child-process.ts";
import { requireBrowser } from "#test/support/require-browser.ts";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { SETTING_NAMES } from "#worker/core/settings.ts";
import { identifyProcess } from "#worker/launch/process/process-identity.ts";

const PROJECT = join(import.meta.dirname, "..", "..", "..");
const RUN = join(PROJECT, "worker", "launch", "run.mjs");

let state: string;
let environment: Record<string, string>;
let run: RunningProcess | undefined;

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), "flawless-launch-"));
  await chmod(state, 0o755);
  environment = {
    // A developer's .env must not reach the tests: what is set, also to nothing, goes before it.
    ...Object.fromEntries(SETTING_NAMES.map((name) => [name, ""])),
    FLAWLESS_STATE: state,
    PORT: String(await findFreePort()),
    CHROMIUM_PATH: await requireBrowser(),
  };
});

afterEach(async () => {
  await run?.stop();
});

afterAll(async () => {
  await crashEmbeddedPostgres(join(state, "postgres"));
  await rm(state, { recursive: true, force: true });
});

/** `npm start`, as far as the block that says where everything is. */
async function launch(): Promise<RunningProcess> {
  run = startNode(RUN, ["start"], environment);
  await run.printed(/Started in/);
  return run;
}

const health = async () => (await fetch(`http://127.0.0.1:${environment.PORT}/api/health`).catch(() => null))?.status ?? null;

async function readChildren(): Promise<{ name: string; pid: number }[]> {
  const record = JSON.parse(await readFile(join(state, "run.json"), "utf8"));
  return record.children;
}

async function pidOf(name: string): Promise<number> {
  const child = (await readChildren()).find((running) => running.name === name);
  if (!child) throw new Error(`No ${name} runs.`);
  return child.pid;
}

const isPostgresRunning = () => existsSync(join(state, "postgres", "data", "postmaster.pid"));
const readPostgresPid = async () =>
  Number((await readFile(join(state, "postgres", "data", "postmaster.pid"), "utf8")).split("\n")[0]);
const isGone = async (pid: number) => (await identifyProcess(pid)) === null;

/** Returns what it wrote, here and in the project, that another user of the machine could read. */
async function readFilesOpenToOthers(): Promise<string[]> {
  const names = await readdir(state, { recursive: true });
  expect(names).toEqual(expect.arrayContaining(["run.json", "run.lock", "secret", "stripe.json", "logs/web.log", "postgres"]));
  const open: string[] = [];
  for (const name of names) {
    const found = await lstat(join(state, name)).catch(() => null); // PostgreSQL removes files while it runs
    if (found && !found.isSymbolicLink() && (found.mode & 0o077) !== 0) open.push(name);
  }
  for (const folder of [state, join(PROJECT, ".flawless")]) if (((await lstat(folder)).mode & 0o066) !== 0) open.push(folder);
  return open;
}

describe("npm start", () => {
  it("brings everything up once, for this user only, says where it is and what is played, and ends all of it on Ctrl-C", async () => {
    await writeFile(join(state, "stripe.json"), "{}");
    await chmod(join(state, "stripe.json"), 0o644);
    const started = await launch();
    expect(started.output()).toContain(`runs at http://localhost:${environment.PORT}`);
    expect(started.output()).toMatch(/Mail +is not sent; read it at .*\/mailbox/);
    expect(started.output()).toMatch(/no money moves/);
    expect(await health()).toBe(200);
    expect(await readFilesOpenToOthers()).toEqual([]);

    const second = startNode(RUN, ["start"], environment);
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(`already runs from this folder at http://localhost:${environment.PORT}`);
    expect(await health()).toBe(200);

    const children = await readChildren();
    expect(children.map(({ name }) => name)).toEqual(["stripe-stand-in", "web", "worker"]);
    expect(await started.stop("SIGINT")).toBe(0);
    for (const { pid } of children) expect(await isGone(pid)).toBe(true);
    expect(isPostgresRunning()).toBe(false);
    expect(existsSync(join(state, "run.lock"))).toBe(false);
  });

  it("brings back what was killed while it runs: web, worker and database", async () => {
    const started = await launch();
    const [web, worker, postgres] = [await pidOf("web"), await pidOf("worker"), await readPostgresPid()];
    for (const pid of [web, worker, postgres]) process.kill(pid, "SIGKILL");
    await started.printed(/PostgreSQL runs again/);
    await waitFor("the web process to answer again", async () => (await health()) === 200);
    await waitFor("a new worker", async () =>
      (await readChildren()).some(({ name, pid }) => name === "worker" && pid !== worker),
    );
    expect(await started.stop("SIGINT")).toBe(0);
    expect(isPostgresRunning()).toBe(false);
  });

  it("starts after everything but its processes was killed, and ends those first", async () => {
    const killed = await launch();
    const left = await readChildren();
    const launcher = JSON.parse(await readFile(join(state, "run.lock"), "utf8")).pid;
    process.kill(launcher, "SIGKILL");
    await killed.exited;
    const again = await launch();
    expect(again.output()).toContain("of an earlier run that was killed");
    expect(again.output()).toContain("PostgreSQL was still running");
    for (const { pid } of left) expect(await isGone(pid)).toBe(true);
    expect(await health()).toBe(200);
  });

  it("leaves nothing behind when it is stopped half-way up", async () => {
    for (const moment of [/Starting PostgreSQL/, /Starting PostgreSQL[\s\S]*done in/]) {
      run = startNode(RUN, ["start"], environment);
      await run.printed(moment);
      const pids = existsSync(join(state, "run.json")) ? (await readChildren()).map(({ pid }) => pid) : [];
      expect(await run.stop("SIGINT")).toBe(0);
      for (const pid of pids) expect(await isGone(pid)).toBe(true);
      expect(isPostgresRunning()).toBe(false);
      expect(existsSync(join(state, "run.json"))).toBe(false);
    }
  });

  it("lists all faults in the settings at once, before it starts anything", async () => {
    const faulty = { ...environment, PORT: "http", SMTP_URL: "nowhere", AUTH_SECRET: "short" };
    const refused = startNode(RUN, ["start"], faulty);
    expect(await refused.exited).toBe(1);
    expect(refused.output()).toMatch(/PORT: [\s\S]*AUTH_SECRET: [\s\S]*SMTP_URL: /);
    expect(refused.output()).not.toContain("Starting PostgreSQL");
  });

  it("says which database does not answer", async () => {
    const lost = { ...environment, DATABASE_URL: `postgresql://user:password@127.0.0.1:${await findFreePort()}/flawless` };
    const refused = startNode(RUN, ["start"], lost);
    expect(await refused.exited).toBe(1);
    expect(refused.output()).toMatch(/database at 127\.0\.0\.1:\d+\/flawless \(DATABASE_URL\) cannot be used: .*ECONNREFUSED/);
    expect(refused.output()).not.toContain("password");
  });
});
