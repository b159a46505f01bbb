import { describe, expect, it } from "vitest";
import { createBoundedStage } from "#worker/async/bounded-stage.ts";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("createBoundedStage", () => {
  it("works on so many at a time and lets so many wait", async () => {
    const stage = createBoundedStage({ atATime: 2, waiting: 3 });
    const gates = Array.from({ length: 7 }, () => Promise.withResolvers<void>());
    let [started, pushed] = [0, 0];
    const pushing = (async () => {
      for (const gate of gates) {
        await stage.push(async () => {
          started++;
          await gate.promise;
        });
        pushed++;
      }
    })();
    await turn();
    expect([started, pushed]).toEqual([2, 5]);
    gates[0]?.resolve();
    await turn();
    expect([started, pushed]).toEqual([3, 6]);
    for (const gate of gates) gate.resolve();
    await pushing;
    await stage.drain();
    expect(started).toBe(7);
  });

  it("rejects with the first fault, and starts nothing after it", async () => {
    const stage = createBoundedStage({ atATime: 1, waiting: 5 });
    let started = 0;
    const fail = async () => {
      started++;
      await turn();
      throw new Error("first");
    };
    await stage.push(fail);
    await stage.push(fail);
    await expect(stage.drain()).rejects.toThrow("first");
    await expect(stage.push(fail)).rejects.toThrow("first");
    expect(started).toBe(1);
  });

  it("drains at once when there is nothing", async () => {
    await expect(createBoundedStage({ atATime: 1, waiting: 1 }).drain()).resolves.toBeUndefined();
  });
});
