import { describe, expect, it } from "vitest";
import { changesInWords, outcomesInWords } from "#worker/core/view/crawls/crawl-words.ts";

describe("outcomesInWords", () => {
  it("names each outcome that occurred", () => {
    expect(outcomesInWords({ unchanged: 1200, failed: 2, changed: 1, new: 0 })).toBe(
      "1 changed, 1,200 unchanged, 2 not readable",
    );
  });
  it("is empty without outcomes", () => expect(outcomesInWords({})).toBe(""));
});

describe("changesInWords", () => {
  it.each([
    [2, 1, "2 new issues, 1 issue fixed"],
    [1, 0, "1 new issue"],
    [0, 3, "3 issues fixed"],
    [0, 0, "no new issues"],
  ])("formats %d opened and %d fixed", (opened, fixed, words) => expect(changesInWords({ opened, fixed })).toBe(words));
});
