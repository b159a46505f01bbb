import { describe, expect, it } from "vitest";
import { countOf, decodeCounts, encodeCounts, type WordCount } from "#worker/core/checks/spelling/slips/word-counts.ts";

const count = (values: Partial<WordCount>): WordCount => ({
  small: 0,
  capital: 0,
  spoken: 0,
  foreign: 0,
  dictionaries: 0,
  ...values,
});
const NONE = count({});

describe("decodeCounts", () => {
  it("gives back the counts of every word, to the exactness of a byte", () => {
    const words = new Map([
      ["receive", count({ small: 12_968, capital: 206, spoken: 4.85, dictionaries: 3 })],
      ["re", count({ spoken: 5 })],
      ["recieve", count({ small: 3, capital: 1, spoken: 2.75 })],
      ["garten", count({ capital: 63, foreign: 4.73 })],
      ["o'clock", count({ small: 900 })],
    ]);
    const packed = decodeCounts(encodeCounts(words));
    for (const [word, expected] of words) {
      const found = countOf(packed, word);
      expect(found.small / Math.max(1, expected.small)).toBeCloseTo(expected.small > 0 ? 1 : 0, 1);
      expect(found.capital / Math.max(1, expected.capital)).toBeCloseTo(expected.capital > 0 ? 1 : 0, 1);
      expect(found.spoken).toBeCloseTo(expected.spoken, 1);
      expect(found.foreign).toBeCloseTo(expected.foreign, 1);
      expect(found.dictionaries).toBe(expected.dictionaries);
    }
    expect(packed.letters.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it("knows no counts of words that are not in the table", () => {
    const packed = decodeCounts(encodeCounts(new Map([["garden", count({ small: 5 })]])));
    for (const word of ["", "a", "garde", "gardens", "zoo", "größe"]) expect(countOf(packed, word)).toEqual(NONE);
    expect(countOf(decodeCounts(encodeCounts(new Map())), "garden")).toEqual(NONE);
  });
});
