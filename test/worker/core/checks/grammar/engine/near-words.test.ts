import { describe, expect, it } from "vitest";
import { nearWord } from "#worker/core/checks/grammar/engine/near-words.ts";
import { WORD_CLASS } from "#worker/core/checks/grammar/engine/word-class.ts";

const { V, D, R, N } = WORD_CLASS;

describe("the word that was meant by a near one", () => {
  it.each([
    ["discus", V, "discuss"],
    ["attache", V, "attach"],
    ["ad", V, "add"],
    ["no", V, "know"],
    ["advice", V, "advise"],
    ["jut", R, "just"],
  ])("takes “%s” for a far more common word of the class that fits", (written, classes, meant) => {
    expect(nearWord(written, classes)).toBe(meant);
  });

  it("is null if the word is common itself, because it is then seldom a slip", () => {
    expect(nearWord("fund", V | D)).toBeNull();
    expect(nearWord("party", V)).toBeNull();
  });

  it("is null for a short word that is not on the list, and if nothing near belongs to the class", () => {
    expect(nearWord("it", N)).toBeNull();
    expect(nearWord("xylophone", V)).toBeNull();
  });
});
