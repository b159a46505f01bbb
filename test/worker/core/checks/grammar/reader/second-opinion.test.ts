import { describe, expect, it } from "vitest";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { withSecondOpinion } from "#worker/core/checks/grammar/reader/second-opinion.ts";
import type { SentenceReport } from "#worker/core/checks/grammar/sentence-report.ts";

const TEXT = "We close early. She works were he lives.";
const [start, end] = [TEXT.indexOf("were"), TEXT.indexOf("were") + 4];
const report = (by: string, confidence: number): SentenceReport => ({
  ...{ rule: "grammar/wrong-word", by, severity: "warning", confidence, message: "", start, end, suggestions: ["where"] },
});
/** Reads doubts about one word, and none about others. */
const reading = (doubts: Readonly<Record<string, number>>) => (words: readonly string[]) =>
  Float32Array.from(words, (word) => doubts[word] ?? -5);
const confidence = (by: string, before: number, doubts: Readonly<Record<string, number>>) =>
  withSecondOpinion([report(by, before)], tokensOf(TEXT), reading(doubts))[0]?.confidence;

describe("withSecondOpinion", () => {
  it("only shows a near word that the sentence does not ask for", () => {
    expect(confidence("sequences/near-word", 0.7, { were: -2, where: -1 })).toBe(0.5);
    expect(confidence("slots/near-word", 0.7, { were: 0, where: 0 })).toBe(0.5);
  });

  it("mails a near word that the sentence clearly asks for", () => {
    expect(confidence("sequences/near-word", 0.5, { were: 4, where: -4 })).toBe(0.65);
    expect(confidence("sequences/near-word", 0.8, { were: 4, where: -4 })).toBe(0.8);
  });

  it("leaves other reports, and those that it is not sure of, as they are", () => {
    expect(confidence("pattern/some-rule", 0.7, { were: -2, where: -1 })).toBe(0.7);
    expect(confidence("sequences/near-word", 0.7, { were: 0, where: -3 })).toBe(0.7);
    expect(withSecondOpinion([report("sequences/near-word", 0.7)], tokensOf(TEXT), () => null)[0]?.confidence).toBe(0.7);
  });

  it("reads the sentence of the report alone", () => {
    const read: string[] = [];
    withSecondOpinion([report("sequences/near-word", 0.7)], tokensOf(TEXT), (words) => {
      read.push(words.join(" "));
      return new Float32Array(words.length);
    });
    expect(read).toEqual(["She works were he lives .", "She works where he lives ."]);
  });
});
