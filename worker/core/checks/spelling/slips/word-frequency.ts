import { countOf, type PackedCounts, type WordCount } from "./word-counts.ts";

/**
 * Number of words in the edited text that was counted, in the body that frequencies refer to, and in the body of Zipf
 * frequencies.
 */
const EDITED_WORDS = 160e6;
const BODY_WORDS = 50e6;
const SPOKEN_WORDS = 1e9;

/** Returns how often a word occurs in fifty million words, in its own case: "Turkey" and "turkey" are different words. */
export function frequencyIn(counts: PackedCounts, word: string): number {
  const lower = word.toLowerCase();
  const count = countOf(counts, lower);
  return frequencyOf(count, word === lower ? "small" : "capital");
}

/** Returns how often a word with these counts occurs in fifty million words, in one case or in any. */
export function frequencyOf(count: WordCount, form: "small" | "capital" | "any"): number {
  const edited = count.small + count.capital;
  const share = form === "any" || edited === 0 ? 1 : count[form] / edited;
  return (share * (edited / EDITED_WORDS + spokenRate(count)) * BODY_WORDS) / 2;
}

function spokenRate({ spoken }: WordCount): number {
  return spoken === 0 ? 0 : 10 ** spoken / SPOKEN_WORDS;
}
