import type { TextRange } from "./excerpt.ts";

/**
 * Ranges of a text that already have a report. Both operations cost time proportional to the range, not to the number taken.
 */
export type TakenRanges = { overlaps(range: TextRange): boolean; take(range: TextRange): void };

/** Creates an empty set of ranges for a text of `length` characters. */
export function createTakenRanges(length: number): TakenRanges {
  const taken = new Uint8Array(length);
  return {
    overlaps: ({ start, end }) => taken.subarray(start, end).includes(1),
    take: ({ start, end }) => void taken.fill(1, start, end),
  };
}
