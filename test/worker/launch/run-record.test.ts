import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { identifyProcess } from "#worker/launch/process/process-identity.ts";

let state: string;
const said: string[] = [];
const say = (line: string) => {
  said.push(line);
};
const children: ChildProcess[] = [];

beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), "flawless-record-"));
  vi.stubEnv("FLAWLESS_STATE", state);
  vi.resetModules();
  said.length = 0;
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  vi.unstubAllEnvs();
  await rm(state, { recursive: true, force: true });
});

const load = () => import("#worker/launch/run-record.ts");

async function startGroup(script: string): Promise<{ child: ChildProcess; pid: number }> {
  const child = spawn(process.execPath, ["--eval", `${script}; console.log("ready"); setInterval(() => undefined, 1000)`], {
    detached: true,
    stdio: ["ignore", "pipe", "ignore"],
  });
  children.push(child);
  await once(child.stdout, "data");
  return { child, pid: child.pid ?? 0 };
}

describe("claimRun", () => {
  it("refuses a second run with the first one's address", async () => {
    const { claimRun, recordRun } = await load();
    const end = await claimRun(say);
    await expect(claimRun(say)).rejects.toThrow("already runs from this folder and is just starting");
    await recordRun("http://localhost:3007", []);
    await expect(claimRun(say)).rejects.toThrow("already runs from this folder at http://localhost:3007. Stop that run first");
    await end();
    await (await claimRun(say))();
  });

  it("ends what a killed run left running", async () => {
    const { claimRun, recordRun } = await load();
    const { child, pid } = await startGroup("");
    await recordRun("http://localhost:3007", [{ name: "worker", pid }]);
    const ended = once(child, "exit");
    await claimRun(say);
    expect(await ended).toEqual([null, "SIGTERM"]);
    expect(said).toEqual([`Stopping the worker process (${pid}) of an earlier run that was killed.`]);
  });

  it("leaves a process alone that has the number of one that ended", async () => {
    const { claimRun } = await load();
    const { child, pid } = await startGroup("");
    const children = [{ name: "worker", pid, identity: "started at another time" }];
    await writeFile(join(state, "run.json"), JSON.stringify({ url: "", children }));
    await claimRun(say);
    expect(child.exitCode ?? child.signalCode).toBeNull();
    expect(await identifyProcess(pid)).not.toBeNull();
    expect(said).toEqual([]);
  });

  it("begins although the record was cut short", async () => {
    const { claimRun } = await load();
    await mkdir(state, { recursive: true });
    await writeFile(join(state, "run.json"), '{"url":"http');
    await claimRun(say);
    expect(said).toEqual([]);
  });
});

describe("recordRun", () => {
  it("leaves out what has already ended", async () => {
    const { recordRun } = await load();
    const { pid } = await startGroup("");
    await recordRun("http://localhost:3007", [
      { name: "web", pid },
      { name: "worker", pid: undefined },
    ]);
    const record: unknown = JSON.parse(await readFile(join(state, "run.json"), "utf8"));
    expect(record).toMatchObject({ url: "http://localhost:3007", children: [{ name: "web", pid }] });
  });
});
