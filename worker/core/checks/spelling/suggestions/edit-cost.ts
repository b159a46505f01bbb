import { LONGEST_WORD } from "../word-table.ts";
import { FIRST_LETTER, gapCosts, swapCost, TRANSPOSITION } from "./slip-costs.ts";

/**
 * Returns the cost of writing the wrong word when the one at `codes[start..end)` was meant, or Infinity if it exceeds `limit`.
 */
export type EditCost = (codes: Uint16Array, start: number, end: number, limit: number) => number;

/** Largest distance between the places of two letters that are compared; no slip moves a letter further. */
const BAND = 3;
const NEVER = Number.POSITIVE_INFINITY;

/** Allocates a row of costs. Rows are kept between calls, because one wrong word needs about ten thousand costs. */
const newRow = () => new Float64Array(LONGEST_WORD + 2);
const ROWS: [Float64Array, Float64Array, Float64Array] = [newRow(), newRow(), newRow()];
const MEANT_GAPS = newRow();

/**
 * Returns a function that computes the edit distance (insertions, deletions, substitutions and transpositions) from a lower-case
 * word to others. Common slips cost less: a doubled letter, a vowel for another, an accent, a neighbouring key, two letters
 * swapped.
 */
export function createEditCost(wrong: string): EditCost {
  const written = codesOf(wrong);
  const m = written.length;
  const gaps = newRow();
  if (m <= LONGEST_WORD) gapCosts(written, { start: 0, end: m, isWritten: true }, gaps);
  return (codes, start, end, limit) => {
    const n = end - start;
    if (m > LONGEST_WORD || n > LONGEST_WORD || Math.abs(m - n) > BAND) return NEVER;
    gapCosts(codes, { start, end, isWritten: false }, MEANT_GAPS);
    let [beforeLast, last, row] = ROWS;
    last[0] = 0;
    for (let j = 1; j <= Math.min(n, BAND); j++) last[j] = value(last, j - 1) + value(MEANT_GAPS, j - 1);
    if (n > BAND) last[BAND + 1] = NEVER;
    let leastBefore = 0;
    for (let i = 1; i <= m; i++) {
      const letter = written[i - 1] ?? 0;
      const letterBefore = i > 1 ? (written[i - 2] ?? 0) : -1;
      const gap = value(gaps, i - 1);
      const from = Math.max(1, i - BAND);
      const to = Math.min(n, i + BAND);
      let least = i <= BAND ? value(last, 0) + gap : NEVER;
      row[from - 1] = least;
      for (let j = from; j <= to; j++) {
        const meant = codes[start + j - 1] ?? 0;
        let cost = value(last, j - 1);
        if (letter !== meant) cost += swapCost(letter, meant) + (i === 1 && j === 1 ? FIRST_LETTER : 0);
        const dropped = value(last, j) + gap;
        if (dropped < cost) cost = dropped;
        const missing = value(row, j - 1) + value(MEANT_GAPS, j - 1);
        if (missing < cost) cost = missing;
        if (j > 1 && letter === codes[start + j - 2] && letterBefore === meant) {
          const swapped = value(beforeLast, j - 2) + TRANSPOSITION;
          if (swapped < cost) cost = swapped;
        }
        row[j] = cost;
        if (cost < least) least = cost;
      }
      if (to < n) row[to + 1] = NEVER;
      // Every path passes through this row, except a transposition, which skips it.
      if (least > limit && leastBefore + TRANSPOSITION > limit) return NEVER;
      leastBefore = least;
      [beforeLast, last, row] = [last, row, beforeLast];
    }
    const cost = value(last, n);
    return cost > limit ? NEVER : cost;
  };
}

function value(row: Float64Array, index: number): number {
  return row[index] ?? NEVER;
}

/** Returns the UTF-16 code units of a word. */
export function codesOf(word: string): Uint16Array {
  return Uint16Array.from(word, (_, at) => word.charCodeAt(at));
}
