import { describe, expect, it } from "vitest";
import { createTakenRanges } from "#worker/core/checks/taken-ranges.ts";

describe("createTakenRanges", () => {
  it("separates overlapping ranges from adjacent ones", () => {
    const taken = createTakenRanges(20);
    taken.take({ start: 5, end: 10 });
    const ranges = [
      [0, 5],
      [10, 20],
      [4, 6],
      [9, 12],
      [6, 8],
      [0, 20],
    ].map(([start = 0, end = 0]) => ({ start, end }));
    expect(ranges.map(taken.overlaps)).toEqual([false, false, true, true, true, true]);
  });

  it("handles an empty text", () => {
    const taken = createTakenRanges(0);
    taken.take({ start: 0, end: 0 });
    expect(taken.overlaps({ start: 0, end: 0 })).toBe(false);
  });
});
