import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { identifyProcess } from "#worker/launch/process/process-identity.ts";
import { type Supervised, supervise } from "#worker/launch/process/supervise.ts";

/** Starting processes takes long on a busy machine. */
const PATIENT = { timeout: 20_000 };

const PATIENCE = { firstPauseMs: 5, longestPauseMs: 20, steadyAfterMs: 60_000, stopMs: 60_000 };
const RUNS_ON = "setInterval(() => undefined, 1000)";

let logs: string;
let child: Supervised;
const said: string[] = [];
let started = 0;

beforeEach(async () => {
  logs = await mkdtemp(join(tmpdir(), "flawless-supervise-"));
  said.length = 0;
  started = 0;
});

afterEach(async () => {
  await child.stop();
  await rm(logs, { recursive: true, force: true });
});

async function run(script: string, patience = PATIENCE): Promise<Supervised> {
  const onStarted = async () => {
    started += 1;
  };
  child = await supervise(
    { name: "web", args: ["--eval", script], environment: { GREETING: "hello" } },
    { say: (line) => said.push(line), onStarted, logs, patience },
  );
  return child;
}

const logOf = (supervised: Supervised) => readFile(supervised.logPath, "utf8");

describe("supervise", () => {
  it("runs the child with its environment and keeps what it prints", async () => {
    await run(`console.log(process.env.GREETING); ${RUNS_ON}`);
    await expect.poll(() => logOf(child), PATIENT).toBe("hello\n");
  });

  it("starts one that ends again, after pauses that double up to the longest, and says so", async () => {
    await run("process.exit(3)");
    expect(await child.ended).toBe("exit code 3");
    await expect.poll(() => said.length, PATIENT).toBeGreaterThan(4);
    expect(said[0]).toMatch(/^The web process stopped \(exit code 3\); starting it again in 0\.005 s\. Its log: .*web\.log$/);
    const pauses = said.slice(0, 5).map((line) => Number(/again in ([\d.]+) s/.exec(line)?.[1]) * 1_000);
    expect(pauses).toEqual([5, 10, 20, 20, 20]);
  });

  it("starts one that was killed again", async () => {
    await run(RUNS_ON);
    const first = child.pid() ?? 0;
    process.kill(first, "SIGKILL");
    await expect.poll(() => started, PATIENT).toBe(2);
    expect(said[0]).toContain("(SIGKILL)");
    expect(child.pid()).not.toBe(first);
  });

  it("begins with the shortest pause again after a steady time", async () => {
    await run("process.exit(3)", { ...PATIENCE, steadyAfterMs: -1 });
    await expect.poll(() => said.length, PATIENT).toBeGreaterThan(2);
    expect(said.slice(0, 3).every((line) => line.includes("again in 0.005 s"))).toBe(true);
  });

  it("restarts at once when that is wanted, without calling it an end", async () => {
    await run(RUNS_ON, { ...PATIENCE, firstPauseMs: 600_000 });
    child.restart();
    await expect.poll(() => started, PATIENT).toBe(2);
    expect(said).toEqual([]);
  });

  it("restarts at once also while it pauses", async () => {
    await run("process.exit(3)", { ...PATIENCE, firstPauseMs: 600_000, longestPauseMs: 600_000 });
    await expect.poll(() => said.length, PATIENT).toBe(1);
    child.restart();
    await expect.poll(() => started, PATIENT).toBe(2);
  });

  it("stops one that ends when it is asked to, and does not start it again", async () => {
    await run(RUNS_ON);
    await child.stop();
    expect(child.pid()).toBeUndefined();
    expect(started).toBe(1);
    expect(said).toEqual([]);
  });

  it("stops while it pauses, without waiting for the pause to end", async () => {
    await run("process.exit(3)", { ...PATIENCE, firstPauseMs: 600_000 });
    await expect.poll(() => said.length, PATIENT).toBe(1);
    await child.stop();
    expect(started).toBe(1);
  });

  it("kills one that does not end when it is asked to, and what it started", async () => {
    const grandchild = `require("node:child_process").spawn("sleep", ["60"])`;
    await run(`process.on("SIGTERM", () => undefined); console.log(${grandchild}.pid); ${RUNS_ON}`, {
      ...PATIENCE,
      stopMs: 50,
    });
    await expect.poll(() => logOf(child), PATIENT).toMatch(/\d/);
    const pid = Number(await logOf(child));
    await child.stop();
    expect(child.pid()).toBeUndefined();
    await expect.poll(() => identifyProcess(pid), PATIENT).toBeNull();
  });
});
