import { foldVolatile } from "./fold-volatile.ts";

/** Returns the part (0 to 1) of a text's different words that another text has as well. Numbers are equal; a text without words has none. */
export function wordOverlap(text: string, other: string): number {
  const [words, others] = [wordsOf(text), wordsOf(other)];
  if (words.size === 0) return 0;
  return [...words].filter((word) => others.has(word)).length / words.size;
}

/** Returns the different words of a text, in small letters, with all numbers equal. */
export function wordsOf(text: string): Set<string> {
  return new Set(foldVolatile(text.normalize("NFC").toLowerCase()).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}
