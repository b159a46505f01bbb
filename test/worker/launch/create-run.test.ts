import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Run } from "#worker/launch/create-run.ts";

const RUNS_ON = ["--eval", "setInterval(() => undefined, 1000)"];
let state: string;
let run: Run;

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), "flawless-run-"));
  vi.stubEnv("FLAWLESS_STATE", state);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(state, { recursive: true, force: true });
});

beforeEach(async () => {
  vi.resetModules();
  const { createRun } = await import("#worker/launch/create-run.ts");
  run = createRun(() => undefined);
});

const spec = (name: string) => ({ name, args: RUNS_ON, environment: {} });

/** Returns true if a promise is settled after everything that could settle it had its turn. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol("pending");
  await new Promise((resolve) => setImmediate(resolve));
  return (await Promise.race([promise.catch(() => null), Promise.resolve(pending)])) !== pending;
}

describe("createRun", () => {
  it("stops the processes first, then the database, then what was to come last", async () => {
    const order: string[] = [];
    const web = await run.start(spec("web"));
    const note = (what: string) => async () => {
      order.push(`${what}, web ${web.pid() === undefined ? "ended" : "runs"}`);
    };
    await run.keepDatabase(async () => ({ url: "", place: "", stop: note("database") }));
    run.atEnd(note("first to be said"));
    run.atEnd(note("last to be said"));
    await run.stop();
    expect(order).toEqual(["database, web ended", "last to be said, web ended", "first to be said, web ended"]);
  });

  it("stops a process that was just being started", async () => {
    const starting = run.start(spec("web"));
    await run.stop();
    expect((await starting).pid()).toBeUndefined();
  });

  it("stops a database that was just being opened", async () => {
    const stopped = vi.fn(async () => undefined);
    const opening = Promise.withResolvers<{ url: string; place: string; stop: () => Promise<void> }>();
    void run.keepDatabase(() => opening.promise);
    const stopping = run.stop();
    opening.resolve({ url: "", place: "", stop: stopped });
    await stopping;
    expect(stopped).toHaveBeenCalledOnce();
  });

  it("starts nothing any more once it is being stopped", async () => {
    await run.stop();
    const open = vi.fn();
    expect(await isSettled(run.start(spec("web")))).toBe(false);
    expect(await isSettled(run.keepDatabase(open))).toBe(false);
    expect(open).not.toHaveBeenCalled();
    expect(run.isStopping()).toBe(true);
  });

  it("ends although the database could not be opened", async () => {
    await expect(run.keepDatabase(() => Promise.reject(new Error("no disk")))).rejects.toThrow("no disk");
    await run.stop();
  });
});
