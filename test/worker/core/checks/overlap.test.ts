import { describe, expect, it } from "vitest";
import type { Finding } from "#worker/core/checks/finding.ts";
import { dropOverlapping, keepFirstOfOverlapping } from "#worker/core/checks/overlap.ts";

const finding = (start: number | null, end: number, confidence = 0.8): Finding => ({
  check: "grammar",
  rule: "r",
  severity: "error",
  confidence,
  message: "m",
  text: "t",
  suggestions: [],
  excerpt: "e",
  range: start === null ? null : { start, end },
  subject: "s",
});

describe("keepFirstOfOverlapping", () => {
  it.each([
    [
      "apart",
      [
        [0, 3],
        [3, 6],
        [9, 12],
      ],
      [0, 1, 2],
    ],
    [
      "within one another",
      [
        [0, 9],
        [3, 6],
      ],
      [0],
    ],
    [
      "around one before",
      [
        [3, 6],
        [0, 9],
      ],
      [0],
    ],
    [
      "the same",
      [
        [3, 6],
        [3, 6],
      ],
      [0],
    ],
    [
      "over one that was dropped",
      [
        [0, 4],
        [3, 8],
        [6, 9],
      ],
      [0, 2],
    ],
    [
      "empty",
      [
        [0, 4],
        [0, 0],
        [4, 4],
      ],
      [0, 1, 2],
    ],
  ] as const)("keeps the first of overlapping ranges %s", (_how, ranges, kept) => {
    const items = ranges.map(([start, end], at) => ({ at, range: { start, end } }));
    expect(keepFirstOfOverlapping(items, ({ range }) => range).map(({ at }) => at)).toEqual(kept);
  });

  it("keeps items without a range", () => {
    expect(keepFirstOfOverlapping([{ start: 0, end: 2 }, null, null], (range) => range)).toHaveLength(3);
  });
});

describe("dropOverlapping", () => {
  it("drops Findings that overlap an earlier one", () => {
    const found = [finding(0, 3), finding(2, 5), finding(8, 9), finding(null, 0)];
    expect(dropOverlapping(found, [finding(4, 8), finding(null, 0)])).toEqual([found[0], found[2], found[3]]);
  });

  it("keeps Findings of one check that overlap each other", () => {
    const found = [finding(0, 3), finding(2, 5)];
    expect(dropOverlapping(found, [])).toEqual(found);
  });

  it("ignores earlier Findings that are only evidence about the Site", () => {
    expect(dropOverlapping([finding(0, 3)], [finding(0, 3, 0)])).toHaveLength(1);
  });
});
