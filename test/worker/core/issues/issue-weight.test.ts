import { describe, expect, it } from "vitest";
import { issueWeight, type Showing } from "#worker/core/issues/issue-weight.ts";

const showing = (change: Partial<Showing> = {}): Showing => ({
  kind: "paragraph",
  area: "body",
  isOnStartPage: false,
  ...change,
});
const weigh = (change: Partial<Showing> = {}, pageCount = 1, confidence = 0.9) =>
  issueWeight({ confidence, pageCount, showings: [showing(change)] });

describe("issueWeight", () => {
  it("puts a title before a heading, a button, a paragraph and a tooltip", () => {
    const kinds = ["title", "heading", "button", "paragraph", "tooltip"] as const;
    const weights = kinds.map((kind) => weigh({ kind }));
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(new Set(weights).size).toBe(kinds.length);
  });

  it("puts a menu before the text and the text before a footer, and the start page before others", () => {
    expect(weigh({ area: "menu" })).toBeGreaterThan(weigh());
    expect(weigh({ area: "footer" })).toBeLessThan(weigh());
    expect(weigh({ isOnStartPage: true })).toBeGreaterThan(weigh());
  });

  it("grows with the pages, damped: a thousand count as two and a half", () => {
    expect(weigh({}, 10) / weigh()).toBeCloseTo(1.5, 3);
    expect(weigh({}, 1000) / weigh()).toBeCloseTo(2.5, 3);
  });

  it("takes the most prominent place, and follows the certainty", () => {
    const showings = [showing({ kind: "tooltip" }), showing({ kind: "title" })];
    expect(issueWeight({ confidence: 0.9, pageCount: 1, showings })).toBe(weigh({ kind: "title" }));
    expect(weigh({}, 1, 0.45)).toBeCloseTo(weigh() / 2, 3);
  });

  it("is 0 for an issue without a place, and known for a link", () => {
    expect(issueWeight({ confidence: 1, pageCount: 0, showings: [] })).toBe(0);
    expect(weigh({ kind: null })).toBeGreaterThan(0);
  });
});
