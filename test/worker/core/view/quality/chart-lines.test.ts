import { describe, expect, it } from "vitest";
import { chartInWords, chartLines, chartTop } from "#worker/core/view/quality/chart-lines.ts";

const day = (date: number) => new Date(Date.UTC(2026, 10, date));
const values = (...all: (number | null)[]) => all.map((value, index) => ({ at: day(index + 1), value }));

describe("chartLines", () => {
  it("places values by time and size", () => {
    expect(chartLines(values(0, 5, 10), { from: day(1), to: day(5), top: 10 })).toEqual([
      [
        { x: 0, y: 0 },
        { x: 0.25, y: 0.5 },
        { x: 0.5, y: 1 },
      ],
    ]);
  });

  it("breaks the line where nothing was measured, and keeps single points", () => {
    const lines = chartLines(values(null, 1, null, null, 2, 3, null), { from: day(1), to: day(7), top: 5 });
    expect(lines.map((line) => line.length)).toEqual([1, 2]);
  });

  it("has no line without values, and keeps what lies outside at the edge", () => {
    expect(chartLines(values(null), { from: day(1), to: day(2), top: 1 })).toEqual([]);
    expect(chartLines(values(7), { from: day(3), to: day(3), top: 5 })).toEqual([[{ x: 0, y: 1 }]]);
  });
});

describe("chartTop", () => {
  it.each([
    [[], 1, 1],
    [[null, 0], 2, 2],
    [[0.3], 1, 1],
    [[1.2], 1, 2],
    [[3], 1, 4],
    [[5, 3], 2, 6],
    [[7], 2, 10],
    [[10], 2, 20],
    [[1_001], 2, 2_000],
  ])("is round and at or above %j", (all, least, top) => expect(chartTop(values(...all), least)).toBe(top));
});

describe("chartInWords", () => {
  it("names the first, last, lowest and highest value", () => {
    expect(chartInWords("Score", values(80, null, 91, 86), String)).toBe("Score: first 80, last 86, lowest 80, highest 91.");
    expect(chartInWords("Score", values(null), String)).toBe("Score: no figures.");
  });
});
