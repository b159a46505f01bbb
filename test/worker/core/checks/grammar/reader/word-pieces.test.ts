import { describe, expect, it } from "vitest";
import { createWordPieces } from "#worker/core/checks/grammar/reader/word-pieces.ts";

const VOCABULARY = ["[UNK]", "[CLS]", "[SEP]", "un", "##break", "##able", "##a", "cafe", "don", "'", "t", ".", "a"];
const piecesOf = createWordPieces(VOCABULARY);
const namesOf = (words: string[]) => piecesOf(words).ids.map((id) => VOCABULARY[id]);

describe("createWordPieces", () => {
  it("takes the longest known piece first, and marks what continues a word", () => {
    expect(namesOf(["Unbreakable", "."])).toEqual(["[CLS]", "un", "##break", "##able", ".", "[SEP]"]);
  });

  it("parts marks from letters, and reads without case and accents", () => {
    expect(namesOf(["Don't", "Café"])).toEqual(["[CLS]", "don", "'", "t", "cafe", "[SEP]"]);
  });

  it("says where each word begins", () => {
    expect(piecesOf(["don't", "a", "unable"]).firsts).toEqual([1, 4, 5]);
  });

  it.each([["zebra"], ["a".repeat(101)], ["unz"]])("reads “%s” as one unknown piece", (word) => {
    expect(namesOf([word])).toEqual(["[CLS]", "[UNK]", "[SEP]"]);
  });

  it("refuses a vocabulary without the marks of a sentence", () => {
    expect(() => createWordPieces(["a"])).toThrow("The vocabulary of the sentence reader lacks [UNK].");
  });
});
