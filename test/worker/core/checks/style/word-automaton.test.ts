import { describe, expect, it } from "vitest";
import { createWordAutomaton } from "#worker/core/checks/style/word-automaton.ts";

/** Returns "entry@last" for each sequence that ends somewhere in a text. */
function found(sequences: string[], text: string): string[] {
  const automaton = createWordAutomaton(sequences.map((entry) => ({ words: entry.split(" "), entry })));
  const seen: string[] = [];
  automaton.scan(text.split(" "), (entry, length, last) => {
    expect(entry.split(" ")).toHaveLength(length);
    seen.push(`${entry}@${last}`);
  });
  return seen;
}

/** The same by trying each sequence at each place. */
function foundSlowly(sequences: string[], text: string): string[] {
  const words = text.split(" ");
  return words.flatMap((_, last) =>
    sequences
      .map((sequence) => sequence.split(" "))
      .filter(
        (sequence) =>
          sequence.join(" ") === words.slice(last - sequence.length + 1, last + 1).join(" ") && sequence.length <= last + 1,
      )
      .toSorted((one, other) => other.length - one.length)
      .map((sequence) => `${sequence.join(" ")}@${last}`),
  );
}

describe("createWordAutomaton", () => {
  it("finds sequences that overlap, begin alike or lie in another", () => {
    expect(found(["a b", "b", "b c d", "a b c"], "x a b c d")).toEqual(["a b@2", "b@2", "a b c@3", "b c d@4"]);
  });

  it("finds what trying everything finds", () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const words = (length: number) => Array.from({ length }, () => "abc".charAt(random(3))).join(" ");
    for (let round = 0; round < 200; round++) {
      const sequences = [...new Set(Array.from({ length: 1 + random(8) }, () => words(1 + random(4))))];
      const text = words(30);
      expect(found(sequences, text)).toEqual(foundSlowly(sequences, text));
    }
  });

  it("finds nothing without sequences, and ignores an empty one", () => {
    expect(found([], "a b")).toEqual([]);
    const automaton = createWordAutomaton([{ words: [], entry: "none" }]);
    automaton.scan(["a"], () => expect.unreachable());
  });
});
