import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimFile, claimInTurn } from "#worker/launch/process/claim-file.ts";
import { identifyProcess } from "#worker/launch/process/process-identity.ts";

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flawless-claim-"));
  path = join(folder, "state", "run.lock");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function writeHolder(holder: unknown): Promise<void> {
  const own = await claimFile(path);
  if (own.claimed) await own.release();
  await writeFile(path, typeof holder === "string" ? holder : JSON.stringify(holder));
}

describe("claimFile", () => {
  it("is had by one at a time, and by another after it was released", async () => {
    const first = await claimFile(path);
    expect(first.claimed).toBe(true);
    expect(await claimFile(path)).toEqual({ claimed: false });
    if (first.claimed) await first.release();
    expect((await claimFile(path)).claimed).toBe(true);
  });

  it("takes over from a process that was killed", async () => {
    const holder = spawn("sleep", ["60"], { stdio: "ignore" });
    const pid = holder.pid ?? 0;
    await writeHolder({ pid, identity: await identifyProcess(pid) });
    expect(await claimFile(path)).toEqual({ claimed: false });
    holder.kill("SIGKILL");
    await once(holder, "exit");
    expect((await claimFile(path)).claimed).toBe(true);
  });

  it("takes over when another process has the killed one's number", async () => {
    await writeHolder({ pid: process.pid, identity: "started at another time" });
    expect((await claimFile(path)).claimed).toBe(true);
  });

  it.each(["", "{", '{"pid":1'])("takes over a file that was cut short: %j", async (content) => {
    await writeHolder(content);
    expect((await claimFile(path)).claimed).toBe(true);
  });

  it("leaves nothing beside the lock file", async () => {
    await writeHolder({ pid: process.pid, identity: "started at another time" });
    await claimFile(path);
    expect(await readdir(join(folder, "state"))).toEqual(["run.lock"]);
  });
});

describe("claimInTurn", () => {
  it("waits until the holder lets go, and says once that it does", async () => {
    let told = 0;
    const release = await claimInTurn(path, () => assertNever());
    const second = claimInTurn(path, () => {
      told += 1;
      void release();
    });
    await (await second)();
    expect(told).toBe(1);
  });
});

function assertNever(): void {
  throw new Error("There was nobody to wait for.");
}
