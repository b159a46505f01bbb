import { describe, expect, it } from "vitest";
import { choicesOf } from "#worker/core/checks/grammar/choices/choice.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";

const choicesIn = (text: string, word: string) => {
  const tokens = tokensOf(text);
  const at = tokens.findIndex((token) => token.text === word);
  const token = tokens[at];
  return token ? choicesOf(token, tokens[at - 1]?.kind === "edge") : [];
};

describe("choicesOf", () => {
  it.each([
    ["We built it.", "built", "verb", ["build", "builds", "built", "built", "building"]],
    ["It grew here.", "grew", "verb", ["grow", "grows", "grew", "grown", "growing"]],
    ["The bakery is here.", "bakery", "noun", ["bakery", "bakeries"]],
    ["We repair bikes.", "repair", "noun-verb", ["repair", "repairs", "repaired", "repaired", "repairing"]],
  ])("knows the forms in “%s”", (text, word, family, options) => {
    expect(choicesIn(text, word)).toMatchObject([{ family, options }]);
  });

  it("knows near words", () => {
    expect(choicesIn("It is over there.", "there").map(({ options }) => options)).toContainEqual(["their", "there", "they're"]);
  });

  it("knows none of names and numbers", () => {
    expect(choicesIn("We met Baker there.", "Baker")).toEqual([]);
    expect(choicesIn("We met 12 there.", "12")).toEqual([]);
  });
});
