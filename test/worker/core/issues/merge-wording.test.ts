import { describe, expect, it } from "vitest";
import { mergeWording } from "#worker/core/issues/merge-wording.ts";
import { makeFinding } from "./issue-samples.ts";

const teh = makeFinding({ text: "teh", suggestions: ["the"], confidence: 0.8, severity: "error" });
const opening = makeFinding({ text: "Teh", suggestions: ["The"], confidence: 0.9, severity: "error" });

describe("mergeWording", () => {
  it("takes the wording of the more confident finding", () => {
    const doubtful = makeFinding({ text: "teh", confidence: 0.4, severity: "hint" });
    expect(mergeWording(doubtful, teh)).toEqual(teh);
    expect(mergeWording(teh, doubtful)).toEqual(teh);
  });

  it("prefers small letters, so that a suggestion never has the capital of another place", () => {
    const merged = { ...teh, confidence: 0.9 };
    expect(mergeWording(opening, teh)).toEqual(merged);
    expect(mergeWording(teh, opening)).toEqual(merged);
  });

  it("does not mix two corrections", () => {
    const other = { ...teh, suggestions: ["ten"] };
    expect(mergeWording(other, opening)).toEqual(opening);
  });
});
