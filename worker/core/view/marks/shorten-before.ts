/** Longest text before a mistake in a list, in UTF-16 code units, so that the mistake is in the first line. */
const LONGEST = 56;

/** Returns the end of the text before a mistake, from the beginning of a word, with an ellipsis for what is left out. */
export function shortenBefore(before: string): string {
  if (before.length <= LONGEST) return before;
  const end = before.slice(-LONGEST);
  const space = end.search(/\s\S/u);
  return space === -1 ? `…${end.toWellFormed().replace(/^\uFFFD/u, "")}` : `… ${end.slice(space + 1)}`;
}
