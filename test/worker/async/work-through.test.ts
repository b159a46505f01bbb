import { describe, expect, it } from "vitest";
import { workThrough } from "#worker/async/work-through.ts";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("workThrough", () => {
  it("does all that work brings, never more than so many at a time", async () => {
    const queue = [1];
    const done: number[] = [];
    let [running, most] = [0, 0];
    await workThrough({
      take: async () => queue.shift() ?? null,
      work: async (item) => {
        most = Math.max(most, ++running);
        await turn();
        if (item < 50) queue.push(item * 2, item * 2 + 1);
        done.push(item);
        running--;
      },
      concurrency: 3,
    });
    expect(done).toHaveLength(99);
    expect(most).toBe(3);
  });

  it("says whether nothing is under way, when more is asked for", async () => {
    const asked: boolean[] = [];
    let given = 0;
    await workThrough({
      take: async ({ isIdle }) => {
        asked.push(isIdle);
        return given++ === 0 ? "one" : null;
      },
      work: turn,
      concurrency: 2,
    });
    expect(asked).toEqual([true, false, true]);
  });

  it("waits for what is under way before it throws", async () => {
    let ended = false;
    const items = ["slow", "bad", "never"];
    const started: string[] = [];
    const work = async (item: string) => {
      started.push(item);
      if (item === "bad") throw new Error("bad");
      await turn();
      await turn();
      ended = true;
    };
    await expect(workThrough({ take: async () => items.shift() ?? null, work, concurrency: 2 })).rejects.toThrow("bad");
    expect(ended).toBe(true);
    expect(started).toEqual(["slow", "bad"]);
  });

  it("throws what failed while more was being taken", async () => {
    const items = ["bad", "never"];
    const started: string[] = [];
    const take = async () => {
      if (started.length > 0) for (let turns = 0; turns < 3; turns++) await turn();
      return items.shift() ?? null;
    };
    const work = async (item: string) => {
      started.push(item);
      throw new Error(item);
    };
    await expect(workThrough({ take, work, concurrency: 3 })).rejects.toThrow("bad");
  });
});
