/** Replaces each number, and each word with a digit, with "0", because counters, prices and dates change by themselves. */
export function foldNumbers(text: string): string {
  const folded = text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => (/\p{N}/u.test(word) ? "0" : word));
  return folded.replace(/0(?:[.,:’'\u00a0\u202f]0)+/gu, "0");
}
