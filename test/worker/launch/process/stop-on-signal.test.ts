import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

vi.setConfig({ testTimeout: 30_000 });

const MODULE = join(import.meta.dirname, "..", "..", "..", "..", "worker", "launch", "process", "stop-on-signal.ts");
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flawless-signal-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A process whose stopping is `stop`; gives it once it listens to signals, and what it printed once it ended. */
async function start(stop: string) {
  const script = join(folder, "stoppable.mjs");
  const text = `import { stopOnSignal } from ${JSON.stringify(MODULE)};
    stopOnSignal({ stop: async (reason) => { console.log(reason); ${stop} }, force: () => console.log("forced") });
    setInterval(() => undefined, 1000);
    process.send("ready");`;
  await writeFile(script, text);
  const child = fork(script, { stdio: ["ignore", "pipe", "pipe", "ipc"], execArgv: ["--no-warnings"] });
  let printed = "";
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  for (const stream of streams) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  // Not "close", which Node does not emit for a child that was disconnected from.
  const exited = once(child, "exit");
  const silent = Promise.all(streams.map((stream) => once(stream, "end")));
  await once(child, "message");
  const ended = async () => {
    const [code] = await exited;
    await silent;
    return { code, printed };
  };
  const saw = (text: string) => expect.poll(() => printed, { timeout: 20_000 }).toContain(text);
  return { child, ended, saw };
}

describe("stopOnSignal", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("stops and then ends well on %s", async (signal) => {
    const { child, ended } = await start(`console.log("stopped");`);
    child.kill(signal);
    expect(await ended()).toEqual({ code: 0, printed: "Stopping …\nstopped\n" });
  });

  it("takes the two signals of one Ctrl-C, the terminal's and npm's, for one", async () => {
    const { child, ended, saw } = await start(
      `await new Promise((go) => process.once("SIGUSR2", go)); console.log("stopped");`,
    );
    child.kill("SIGINT");
    await saw("Stopping");
    child.kill("SIGINT");
    child.kill("SIGUSR2");
    expect(await ended()).toEqual({ code: 0, printed: "Stopping …\nstopped\n" });
  });

  it("ends at once on a second Ctrl-C", async () => {
    const { child, ended, saw } = await start("await new Promise(() => undefined);");
    child.kill("SIGINT");
    await saw("Stopping");
    // A signal within the first 0.7 s counts as the same press, so it is sent until it counts.
    const pressing = setInterval(() => child.kill("SIGINT"), 100);
    expect((await ended()).printed).toContain("forced");
    clearInterval(pressing);
  });

  it("stops when its starter is gone", async () => {
    const { child, ended } = await start("");
    child.disconnect();
    expect(await ended()).toEqual({ code: 1, printed: "The process that started this one is gone: stopping …\n" });
  });

  it("goes on without a terminal when its terminal closes, as with nohup", async () => {
    const { child, ended } = await start(`console.log("stopped");`);
    child.kill("SIGHUP");
    child.kill("SIGTERM");
    expect((await ended()).printed).toBe("Stopping …\nstopped\n");
  });

  it("says why it could not stop", async () => {
    const { child, ended } = await start(`throw new Error("the disk is gone");`);
    child.kill("SIGINT");
    expect(await ended()).toEqual({ code: 1, printed: "Stopping …\nthe disk is gone\n" });
  });
});
