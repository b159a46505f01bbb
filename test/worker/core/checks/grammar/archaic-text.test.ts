import { describe, expect, it } from "vitest";
import { archaicRanges } from "#worker/core/checks/grammar/archaic-text.ts";

const BEFORE = "We read this on Sundays, at home. ";
const QUOTATION = "Ye are as a lamp that is set on an hill.";

/** Says whether the words in a text count as archaic. */
function isArchaic(text: string, words: string): boolean {
  const start = text.indexOf(words);
  return archaicRanges(text)({ start, end: start + words.length });
}

describe("archaicRanges", () => {
  it("holds what stands near words of the old Bible", () => {
    expect(isArchaic(BEFORE + QUOTATION, "an hill")).toBe(true);
    expect(isArchaic("The wind bloweth where it will, on an house.", "an house")).toBe(true);
  });

  it("leaves modern text alone, and text farther off", () => {
    expect(isArchaic("Kenneth cleans the teeth beneath an hill.", "an hill")).toBe(false);
    expect(isArchaic(`A house on an field. ${BEFORE.repeat(6)}${QUOTATION}`, "an field")).toBe(false);
  });
});
