import { describe, expect, it } from "vitest";
import { qualityOf } from "#worker/core/view/quality/quality-score.ts";

const CLEAN = { words: 10_000, mistakes: 0, links: 200, brokenLinks: 0 };

describe("qualityOf", () => {
  it.each([
    ["nothing open", {}, 100, 0, 0],
    ["3 mistakes per 1,000 words", { mistakes: 30 }, 91, 9, 0],
    ["1 broken link per 100", { brokenLinks: 2 }, 95, 0, 5],
    ["both", { mistakes: 30, brokenLinks: 2 }, 86, 9, 5],
    ["one mistake in very many words", { words: 5_000_000, mistakes: 1 }, 99, 1, 0],
    ["one broken link among very many", { links: 500_000, brokenLinks: 1 }, 99, 0, 1],
    ["more mistakes than the cap", { words: 100, mistakes: 90 }, 40, 60, 0],
    ["every link broken", { links: 20, brokenLinks: 20 }, 60, 0, 40],
    ["everything broken", { words: 100, mistakes: 90, links: 20, brokenLinks: 20 }, 0, 60, 40],
    ["more open link issues than links found now", { links: 0, brokenLinks: 3 }, 60, 0, 40],
    ["no links", { links: 0 }, 100, 0, 0],
  ])("scores %s", (_name, figures, score, textCost, linkCost) => {
    expect(qualityOf({ ...CLEAN, ...figures })).toMatchObject({ score, textCost, linkCost });
  });

  it("has no score without a checked word", () => {
    expect(qualityOf({ ...CLEAN, words: 0 })).toBeNull();
  });

  it("never rises with another mistake or broken link, and always adds up", () => {
    for (const [mistakes, brokenLinks] of [0, 1, 5, 40, 300].flatMap((a) => [0, 1, 3, 90].map((b) => [a, b] as const))) {
      const now = qualityOf({ ...CLEAN, mistakes, brokenLinks });
      const worse = qualityOf({ ...CLEAN, mistakes: mistakes + 1, brokenLinks: brokenLinks + 1 });
      expect(worse?.score).toBeLessThanOrEqual(now?.score ?? Number.NaN);
      expect((now?.score ?? 0) + (now?.textCost ?? 0) + (now?.linkCost ?? 0)).toBe(100);
    }
  });
});
