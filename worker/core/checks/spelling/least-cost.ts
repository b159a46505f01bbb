import { FIRST_LETTER, LEAST } from "./slip-costs.ts";
import { letterMask } from "./word-table.ts";

/** What is seen of a word at a glance: its letters (see `letterMask`), its length, and the code units that it begins with. */
export type Glance = { mask: number; length: number; first: number; second: number };

const PLAIN_LETTERS = 0x3ffffff;

/**
 * About the least that a word can cost as what was meant by a wrong one (see `editCost`), at a glance: it spares most words of a table a
 * closer look. Letters that one word has and the other lacks must each have slipped. 0 where accents or apostrophes make slips cheap.
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
    // A letter too many explains one that the shorter word lacks; what is left was written for another.
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

/** The letters in a mask. */
export function countLetters(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
