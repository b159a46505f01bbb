import { describe, expect, it } from "vitest";
import { parseWordList } from "#worker/core/view/words/word-list.ts";

describe("parseWordList", () => {
  it("splits words by line, comma, semicolon and tab, without duplicates", () => {
    expect(parseWordList("Flawless\r\nkubectl, nginx;\tkubectl\n\n  Zoë  ")).toEqual({
      words: ["Flawless", "kubectl", "nginx", "Zoë"],
      refused: [],
    });
  });

  it("composes letters, so that equal words are equal", () => {
    expect(parseWordList("Zoe\u0308\nZoë").words).toEqual(["Zoë"]);
  });

  it("returns pieces that are no single words as refused", () => {
    expect(parseWordList(`two words\n123\n<b>\nx-ray\nit's\n${"a".repeat(81)}`)).toEqual({
      words: ["x-ray", "it's"],
      refused: ["two words", "123", "<b>", "a".repeat(81)],
    });
  });

  it("returns nothing for empty input", () => expect(parseWordList(" \n , ")).toEqual({ words: [], refused: [] }));
});
