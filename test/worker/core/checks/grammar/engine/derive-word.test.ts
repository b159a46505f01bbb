import { describe, expect, it } from "vitest";
import { adverbOf, nounOf, verbOfNoun } from "#worker/core/checks/grammar/engine/derive-word.ts";

describe("the noun for what a verb does", () => {
  it.each([
    ["discover", "discovery"],
    ["replace", "replacement"],
    ["respond", "response"],
    ["infect", "infection"],
    ["arrive", "arrival"],
    ["appear", "appearance"],
    ["adapt", "adaptation"],
  ])("of “%s” is “%s”", (verb, noun) => {
    expect(nounOf(verb)).toBe(noun);
  });

  it("is null if no noun with an ending for verbs is known", () => {
    expect(nounOf("become")).toBeNull();
  });
});

describe("the verb that a noun is made of", () => {
  it.each([
    ["withdrawal", "withdraw"],
    ["emphasis", "emphasize"],
    ["delivery", "deliver"],
    ["payment", "pay"],
  ])("of “%s” is “%s”", (noun, verb) => {
    expect(verbOfNoun(noun)).toBe(verb);
  });

  it("is null for other nouns", () => {
    expect(verbOfNoun("garden")).toBeNull();
    expect(verbOfNoun("nation")).toBeNull();
  });
});

describe("the adverb of an adjective", () => {
  it.each([
    ["easy", "easily"],
    ["possible", "possibly"],
    ["automatic", "automatically"],
    ["full", "fully"],
    ["high", "highly"],
    ["good", "well"],
  ])("of “%s” is “%s”", (adjective, adverb) => {
    expect(adverbOf(adjective)).toBe(adverb);
  });

  it("is null for an adjective that ends like an adverb, and for a comparative", () => {
    expect(adverbOf("likely")).toBeNull();
    expect(adverbOf("later")).toBeNull();
  });
});
