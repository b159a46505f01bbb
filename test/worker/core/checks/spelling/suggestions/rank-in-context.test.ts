import { describe, expect, it } from "vitest";
import { rankInContext } from "#worker/core/checks/spelling/suggestions/rank-in-context.ts";

const near = (...words: string[]) => words.map((word) => ({ word, cost: 1, frequency: 1_000 }));

function firstIn(text: string, wrong: string, ...words: string[]): string | undefined {
  return rankInContext(near(...words), text, text.indexOf(wrong))[0]?.word;
}

describe("suggestions in their sentence", () => {
  it.each([
    ["You find all the assests of the company here.", "assests", ["assists", "assets"], "assets"],
    ["She often assests in the kitchen.", "assests", ["assets", "assists"], "assists"],
    ["We walked along the parth to the house.", "parth", ["part", "path"], "path"],
    ["It is a small parth of the work.", "parth", ["path", "part"], "part"],
  ])("puts first what is usual in %j", (text, wrong, words, right) => {
    expect(firstIn(text, wrong, ...words)).toBe(right);
  });

  it("puts two words last that nobody writes beside each other", () => {
    const text = "It was observered from the hill.";
    expect(firstIn(text, "observered", "observe red", "observed")).toBe("observed");
  });

  it("keeps the order where nothing is known of the place", () => {
    expect(firstIn("parth", "parth", "qwxyz", "zyxwq")).toBe("qwxyz");
    expect(rankInContext([], "parth", 0)).toEqual([]);
  });

  it("keeps a nearer word first, however unusual in its place", () => {
    const suggestions = [
      { word: "part", cost: 0.3, frequency: 1_000 },
      { word: "path", cost: 1.5, frequency: 1_000 },
    ];
    expect(rankInContext(suggestions, "We walked along the parth to it.", 20)[0]?.word).toBe("part");
  });
});
