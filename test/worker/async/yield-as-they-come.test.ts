import { describe, expect, it } from "vitest";
import { yieldAsTheyCome } from "#worker/async/yield-as-they-come.ts";

const NEVER = new AbortController().signal;

describe("yieldAsTheyCome", () => {
  it("gives values while the work goes on, in the order in which they come", async () => {
    const gate = Promise.withResolvers<void>();
    const values = yieldAsTheyCome<number>(NEVER, async (give) => {
      give(1);
      await gate.promise;
      give(2);
      give(3);
    });
    expect(await values.next()).toEqual({ value: 1, done: false });
    gate.resolve();
    expect(await Array.fromAsync(values)).toEqual([2, 3]);
  });

  it("ends when the work gives nothing", async () => {
    expect(await Array.fromAsync(yieldAsTheyCome(NEVER, async () => undefined))).toEqual([]);
  });

  it("throws what the work throws, after the values before it", async () => {
    const values = yieldAsTheyCome<number>(NEVER, async (give) => {
      give(1);
      throw new Error("It failed.");
    });
    expect(await values.next()).toEqual({ value: 1, done: false });
    await expect(values.next()).rejects.toThrow("It failed.");
  });

  it("ends quietly when called off, though the work never ends or fails for that reason", async () => {
    for (const work of [() => new Promise<void>(() => undefined), waitForStop]) {
      const controller = new AbortController();
      const values = Array.fromAsync(yieldAsTheyCome<number>(controller.signal, (_, stop) => work(stop)));
      controller.abort(new Error("Cancelled."));
      expect(await values).toEqual([]);
    }
  });

  it("starts no work when called off before", async () => {
    let started = false;
    const work = async () => {
      started = true;
    };
    expect(await Array.fromAsync(yieldAsTheyCome(AbortSignal.abort(), work))).toEqual([]);
    expect(started).toBe(false);
  });

  it("stops the work when the caller stops iterating", async () => {
    const stopped = Promise.withResolvers<void>();
    const values = yieldAsTheyCome<number>(NEVER, async (give, stop) => {
      stop.addEventListener("abort", () => stopped.resolve());
      give(1);
      await stopped.promise;
    });
    for await (const _ of values) break;
    await stopped.promise;
  });
});

function waitForStop(stop: AbortSignal): Promise<void> {
  return new Promise((_, reject) => stop.addEventListener("abort", () => reject(stop.reason)));
}
