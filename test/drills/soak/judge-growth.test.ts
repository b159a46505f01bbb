import { describe, expect, it } from "vitest";
import { makeRandom } from "#test/support/make-random.ts";
import { judgeGrowth, type Look } from "./judge-growth.ts";

const HEAP = "worker heap (MB)";

/** Two looks a minute for an hour; the value of each by its minute. */
function looksOf(name: string, valueAt: (minute: number) => number): Look[] {
  return Array.from({ length: 120 }, (_, at) => ({ minute: at / 2, usage: { [name]: valueAt(at / 2) } }));
}

describe("judgeGrowth", () => {
  it("finds a leak under noise that is as large", () => {
    const random = makeRandom(1);
    const [growth] = judgeGrowth(looksOf(HEAP, (minute) => 100 + minute * 0.5 + random() * 10));
    expect(growth?.isLeak).toBe(true);
    expect(growth?.perHour).toBeGreaterThan(20);
  });

  it.each<[string, (minute: number, random: () => number) => number]>([
    ["noise", (_minute, random) => 100 + random() * 40],
    ["caches that fill in the first half", (minute) => 100 + Math.min(minute, 28) * 10],
    ["growth too small to matter", (minute) => 100 + minute * 0.05],
    ["one large value at the end", (minute) => (minute > 58 ? 500 : 100)],
    ["a saw", (minute) => 100 + (minute % 10) * 5],
    ["a figure that falls", (minute) => 200 - minute],
  ])("finds none in %s", (_what, valueAt) => {
    const random = makeRandom(2);
    const [growth] = judgeGrowth(looksOf(HEAP, (minute) => valueAt(minute, random)));
    expect(growth?.isLeak).toBe(false);
  });

  it("has no bar for the size of the database, which grows with each crawl", () => {
    const [growth] = judgeGrowth(looksOf("database (MB)", (minute) => 100 + minute * 10));
    expect(growth?.isLeak).toBe(false);
    expect(growth?.perHour).toBeCloseTo(600);
  });

  it("counts handles, of which a few matter", () => {
    const [growth] = judgeGrowth(looksOf("worker handles", (minute) => 30 + minute));
    expect(growth?.isLeak).toBe(true);
  });
});
