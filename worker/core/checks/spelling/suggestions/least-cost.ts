import { letterMask } from "../word-table.ts";
import { FIRST_LETTER, LEAST } from "./slip-costs.ts";

/** Holds what is quick to compare about a word: its letters (see `letterMask`), its length, and its first two code units. */
export type Glance = { mask: number; length: number; first: number; second: number };

const PLAIN_LETTERS = 0x3ffffff;

/**
 * Returns a function that estimates the least cost between a wrong word and another (see `EditCost`), so that most words of a
 * table need no closer look. Each letter that only one of the words has costs a slip. Accents and apostrophes give 0, since they
 * make slips cheap.
 */
export function createLeastCost(wrong: string): (other: Glance) => number {
  const letters = letterMask(wrong);
  const [first, second] = [wrong.charCodeAt(0), wrong.charCodeAt(1)];
  return (other) => {
    if (((letters | other.mask) & ~PLAIN_LETTERS) !== 0) return 0;
    const longer = wrong.length - other.length;
    const gaps = Math.abs(longer);
    const onlyWritten = countLetters(letters & ~other.mask);
    const onlyMeant = countLetters(other.mask & ~letters);
    // The difference in length explains some letters that only the longer word has; the remaining ones are substitutions.
    const [inLonger, inShorter] = longer > 0 ? [onlyWritten, onlyMeant] : [onlyMeant, onlyWritten];
    const swaps = Math.max(inShorter, inLonger - gaps);
    const news = Math.min(gaps, Math.max(0, inLonger - swaps));
    const begins = first === other.first || (first === other.second && second === other.first);
    return (
      (longer > 0 ? LEAST.extra : LEAST.missing) * news +
      LEAST.gap * (gaps - news) +
      LEAST.swap * swaps +
      (begins ? 0 : FIRST_LETTER)
    );
  };
}

/** Returns the number of letters in a mask. */
export function countLetters(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
