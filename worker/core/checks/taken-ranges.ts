import type { TextRange } from "./excerpt.ts";

/** The places of a text about which something was said. Asking and taking cost as much as the range is long, however many were taken. */
export type TakenRanges = { overlaps(range: TextRange): boolean; take(range: TextRange): void };

/** Starts with a text of which nothing is taken; `length` is the text's. */
export function createTakenRanges(length: number): TakenRanges {
  const taken = new Uint8Array(length);
  return {
    overlaps: ({ start, end }) => taken.subarray(start, end).includes(1),
    take: ({ start, end }) => void taken.fill(1, start, end),
  };
}
