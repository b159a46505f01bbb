import { describe, expect, it } from "vitest";
import { thinTrend } from "#worker/core/view/quality/thin-trend.ts";

const TO = new Date("2026-11-29T12:00:00Z");
const daysAgo = (days: number, figures: object | null = {}) => ({
  days,
  at: new Date(TO.getTime() - days * 86_400_000),
  figures,
});

describe("thinTrend", () => {
  it("keeps the last measured point of each week", () => {
    const points = [daysAgo(20), daysAgo(15), daysAgo(9), daysAgo(8, null), daysAgo(3), daysAgo(1)];
    expect(thinTrend(points, TO).map(({ days }) => days)).toEqual([15, 9, 1]);
  });

  it("keeps a week without figures as a gap", () => {
    const points = [daysAgo(16), daysAgo(10, null), daysAgo(8, null), daysAgo(1)];
    expect(thinTrend(points, TO).map(({ days }) => days)).toEqual([16, 8, 1]);
  });

  it("returns nothing of nothing", () => expect(thinTrend([], TO)).toEqual([]));
});
