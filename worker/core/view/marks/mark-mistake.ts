/** An excerpt in three parts. If the mistake was not found, `mistake` is empty and `before` is the whole excerpt. */
export type MarkedText = { before: string; mistake: string; after: string };

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}'’]/u;

/**
 * Splits an excerpt around its mistake, so that it can be highlighted. Looks for a whole word first ("a" in "an apple a day" is
 * the second one), then anywhere.
 */
export function markMistake(excerpt: string, mistake: string): MarkedText {
  const at = findMistake(excerpt, mistake);
  if (at === null) return { before: excerpt, mistake: "", after: "" };
  const end = at + mistake.length;
  return { before: excerpt.slice(0, at), mistake: excerpt.slice(at, end), after: excerpt.slice(end) };
}

/** Returns the index of the mistake in the excerpt, in UTF-16 code units, or null. */
export function findMistake(excerpt: string, mistake: string): number | null {
  if (!mistake) return null;
  let anywhere: number | null = null;
  for (let at = excerpt.indexOf(mistake); at !== -1; at = excerpt.indexOf(mistake, at + 1)) {
    if (isWhole(excerpt, at, at + mistake.length)) return at;
    anywhere ??= at;
  }
  return anywhere;
}

function isWhole(text: string, start: number, end: number): boolean {
  const before = [...text.slice(Math.max(0, start - 2), start)].at(-1) ?? "";
  const after = [...text.slice(end, end + 2)][0] ?? "";
  return !WORD_CHARACTER.test(before) && !WORD_CHARACTER.test(after);
}
