import { describe, expect, it } from "vitest";
import { parseWordList } from "#worker/core/view/word-list.ts";

describe("parseWordList", () => {
  it("takes words by line, comma, semicolon and tab, once each", () => {
    expect(parseWordList("Flawless\r\nkubectl, nginx;\tkubectl\n\n  Zoë  ")).toEqual({
      words: ["Flawless", "kubectl", "nginx", "Zoë"],
      refused: [],
    });
  });

  it("composes letters, so that the same word is the same", () => {
    expect(parseWordList("Zoe\u0308\nZoë").words).toEqual(["Zoë"]);
  });

  it("gives back what is no single word", () => {
    expect(parseWordList(`two words\n123\n<b>\nx-ray\nit's\n${"a".repeat(81)}`)).toEqual({
      words: ["x-ray", "it's"],
      refused: ["two words", "123", "<b>", "a".repeat(81)],
    });
  });

  it("makes nothing of nothing", () => expect(parseWordList(" \n , ")).toEqual({ words: [], refused: [] }));
});
