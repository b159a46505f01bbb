import { describe, expect, it } from "vitest";
import { completeCounts } from "#worker/core/checks/check-kinds.ts";
import { openInWords, totalOpen, weekInWords } from "#worker/core/view/quality/open-words.ts";

describe("openInWords", () => {
  it("lists the checks that found something, in their usual order", () => {
    const open = completeCounts({ links: 3, spelling: 1_200, grammar: 1 });
    expect(openInWords(open)).toBe("1,200 spelling mistakes, 1 grammar mistake, 3 link issues");
    expect(totalOpen(open)).toBe(1_204);
    expect(openInWords(completeCounts({}))).toBe("");
  });
});

describe("weekInWords", () => {
  it.each([
    [5, null, null],
    [5, 5, "as many as a week ago"],
    [5, 2, "3 more than a week ago"],
    [0, 1_500, "1,500 fewer than a week ago"],
  ])("compares %j with %j", (now, before, words) => expect(weekInWords(now, before)).toBe(words));
});
