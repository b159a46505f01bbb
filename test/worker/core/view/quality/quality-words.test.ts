import { describe, expect, it } from "vitest";
import { qualityOf } from "#worker/core/view/quality/quality-score.ts";
import { explainQuality, formatRate } from "#worker/core/view/quality/quality-words.ts";

const explain = (figures: Parameters<typeof qualityOf>[0]) => {
  const quality = qualityOf(figures);
  if (!quality) throw new Error("There is no score.");
  return explainQuality(figures, quality);
};

describe("explainQuality", () => {
  it("says what each rate costs, and from which figures it comes", () => {
    expect(explain({ words: 4_003, mistakes: 12, links: 200, brokenLinks: 1 })).toEqual([
      "3 mistakes per 1,000 words cost 9 points (12 in 4,003 words).",
      "0.5 broken links per 100 links cost 3 points (1 of 200).",
    ]);
  });

  it("uses the singular where the rate is one or nearly none", () => {
    expect(explain({ words: 1_000, mistakes: 1, links: 100, brokenLinks: 1 })).toEqual([
      "1 mistake per 1,000 words costs 3 points (1 in 1,000 words).",
      "1 broken link per 100 links costs 5 points (1 of 100).",
    ]);
    expect(explain({ words: 2_000_000, mistakes: 1, links: 5_000, brokenLinks: 1 })).toEqual([
      "Less than 0.1 mistake per 1,000 words costs 1 point (1 in 2,000,000 words).",
      "Less than 0.1 broken link per 100 links costs 1 point (1 of 5,000).",
    ]);
  });

  it("says that nothing is open", () => {
    expect(explain({ words: 1, mistakes: 0, links: 1, brokenLinks: 0 })).toEqual([
      "No open mistake in 1 word.",
      "No broken link among 1 link.",
    ]);
    expect(explain({ words: 900, mistakes: 0, links: 0, brokenLinks: 0 })[1]).toBe("No links to check.");
  });
});

describe("formatRate", () => {
  it.each([
    [0, "0"],
    [0.04, "less than 0.1"],
    [0.25, "0.3"],
    [2.998, "3"],
    [9.96, "10"],
    [12.4, "12"],
    [1_234.5, "1,235"],
  ])("formats %d as %s", (rate, words) => expect(formatRate(rate)).toBe(words));
});
