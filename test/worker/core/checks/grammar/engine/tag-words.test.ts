import { describe, expect, it } from "vitest";
import { TAGS } from "#worker/core/checks/grammar/engine/tag-features.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";

const tagsOf = (text: string) =>
  tokensOf(text)
    .filter(({ kind }) => kind === "word")
    .map(({ tag }) => TAGS[tag]);

describe("the part of speech of a word", () => {
  it("depends on the words around it", () => {
    expect(tagsOf("We book a room.")).toEqual(["PRP", "VBP", "DT", "NN"]);
    expect(tagsOf("The book was good.")).toEqual(["DT", "NN", "VBD", "JJ"]);
    expect(tagsOf("We met a man called Jones.")[4]).toBe("VBN");
  });

  it("is one of its own for possessives and for pronouns joined with a verb", () => {
    expect(tagsOf("It's the dog's bed.")).toEqual(["PV", "DT", "POS", "NN"]);
  });

  it("is missing for marks and edges", () => {
    for (const { kind, tag } of tokensOf("Stop, go.")) expect(TAGS[tag] === undefined).toBe(kind !== "word");
  });
});
