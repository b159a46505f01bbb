import { describe, expect, it } from "vitest";
import { boundedWork } from "#app/_lib/password/bounded-work.ts";

describe("boundedWork", () => {
  const start = (atOnce: number, waiting: number) => {
    const run = boundedWork({ atOnce, waiting, refuse: () => new Error("busy") });
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const add = (name: number, fail = false) =>
      run(async () => {
        begun.push(name);
        await new Promise<void>((end) => ends.push(end));
        if (fail) throw new Error(`${name} failed`);
        return name;
      });
    return { add, begun, ends };
  };

  it("runs a few at a time in order of arrival, and refuses more than may wait", async () => {
    const { add, begun, ends } = start(2, 1);
    const results = [add(1), add(2), add(3)];
    await expect(add(4)).rejects.toThrow("busy");
    expect(begun).toEqual([1, 2]);
    ends[0]?.();
    await results[0];
    await expect.poll(() => begun).toEqual([1, 2, 3]);
    ends[1]?.();
    ends[2]?.();
    expect(await Promise.all(results)).toEqual([1, 2, 3]);
  });

  it("continues after a task fails", async () => {
    const { add, begun, ends } = start(1, 1);
    const failing = add(1, true);
    const next = add(2);
    ends[0]?.();
    await expect(failing).rejects.toThrow("1 failed");
    await expect.poll(() => begun).toEqual([1, 2]);
    ends[1]?.();
    expect(await next).toBe(2);
  });
});
