import { describe, expect, it } from "vitest";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { createFixReadings } from "#worker/core/checks/grammar/reader/fix-readings.ts";

/** Returns doubts of which each word has its own, and notes what was read. */
function reader(doubts: Readonly<Record<string, number>>) {
  const read: string[] = [];
  const readSentence = (words: readonly string[]) => {
    read.push(words.join(" "));
    return Float32Array.from(words, (word) => doubts[word] ?? -5);
  };
  return { read, readSentence };
}

describe("createFixReadings", () => {
  const tokens = tokensOf("We like to walks here. They is late.");
  const at = (word: string) => tokens.findIndex(({ text }) => text === word);

  it("gives the doubts in a place and beside it, as written and with the correction", () => {
    const { readSentence } = reader({ walks: 3, to: 1, walk: -4, here: -2 });
    const place = { from: at("walks"), to: at("walks") + 1 };
    expect(createFixReadings(tokens, readSentence)({ ...place, fix: "walk" })).toEqual({
      written: { inPlace: 3, around: 3 },
      fixed: { inPlace: -4, around: 1 },
    });
    expect(createFixReadings(tokens, readSentence)({ ...place, fix: "" })).toMatchObject({ fixed: { inPlace: -2, around: 1 } });
  });

  it("reads a sentence as written once, and its corrections only where it is doubtful", () => {
    const { read, readSentence } = reader({ walks: 3 });
    const readFix = createFixReadings(tokens, readSentence, -3);
    expect(readFix({ from: at("is"), to: at("is") + 1, fix: "are" })).toBeNull();
    expect(readFix({ from: at("late"), to: at("late"), fix: "too" })).toBeNull();
    expect(readFix({ from: at("walks"), to: at("walks") + 1, fix: "walk" })).not.toBeNull();
    expect(read).toEqual(["They is late .", "We like to walks here .", "We like to walk here ."]);
  });

  it("stops reading a text with too many slips", () => {
    const { read, readSentence } = reader({ is: 3 });
    const long = tokensOf("They is late. ".repeat(100).trim());
    const readFix = createFixReadings(long, readSentence);
    const readings = long.flatMap(({ text }, from) => (text === "is" ? [readFix({ from, to: from + 1, fix: "are" })] : []));
    expect(readings.filter((reading) => reading !== null)).toHaveLength(20);
    expect(read).toHaveLength(40);
  });

  it("gives nothing for a sentence that the reader refuses", () => {
    expect(createFixReadings(tokens, () => null)({ from: at("is"), to: at("is") + 1, fix: "are" })).toBeNull();
  });
});
