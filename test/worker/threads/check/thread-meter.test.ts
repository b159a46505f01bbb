import { describe, expect, it } from "vitest";
import { createThreadMeter } from "#worker/threads/check/thread-meter.ts";

describe("createThreadMeter", () => {
  it("counts what the thread uses, but not what it takes to load", async () => {
    let ms = 100;
    const meter = createThreadMeter(() => ms);
    ms += 5;
    const loaded = meter.apart(() => {
      ms += 700;
      return "a dictionary";
    });
    ms += 2;
    const set = await meter.apartAsync(async () => {
      ms += 900;
      return "a linter";
    });
    expect([loaded, set, meter.usedMs()]).toEqual(["a dictionary", "a linter", 107]);
  });

  it("does not count while the thread waits", async () => {
    const meter = createThreadMeter();
    const [before, began] = [meter.usedMs(), performance.now()];
    await new Promise((resolve) => setTimeout(resolve, 300));
    const waited = performance.now() - began;
    expect(meter.usedMs() - before).toBeLessThan(waited / 2);
  });
});
