import { describe, expect, it } from "vitest";
import { countUses } from "#worker/core/issues/word-uses.ts";

describe("countUses", () => {
  it("counts whole words in any case, and texts with a phrase", () => {
    const texts = ["Fresh bread. BREAD is good, breads are better.", "In front of the breadboard", "l’année, don’t"];
    const uses = countUses(["bread", "in front", "Cake", "don’t"], texts);
    expect([...uses]).toEqual([
      ["bread", 2],
      ["in front", 1],
      ["cake", 0],
      ["don’t", 1],
    ]);
  });

  it("reads no text if nothing is wanted", () => {
    const texts: Iterable<string> = {
      [Symbol.iterator]: () => {
        throw new Error("A text was read.");
      },
    };
    expect(countUses([], texts).size).toBe(0);
  });
});
