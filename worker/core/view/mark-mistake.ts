/** A stretch of an excerpt; `marked` where it is the mistake. */
export type ExcerptPart = { text: string; marked: boolean };

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}'’]/u;

/**
 * An excerpt cut so that the mistake in it can be shown marked. The mistake is sought as a whole word first ("a" in "an apple a day"
 * is the second one), then anywhere; an excerpt that does not hold it comes back whole and unmarked.
 */
export function markMistake(excerpt: string, mistake: string): ExcerptPart[] {
  const at = findMistake(excerpt, mistake);
  if (at === null) return excerpt ? [{ text: excerpt, marked: false }] : [];
  const parts = [
    { text: excerpt.slice(0, at), marked: false },
    { text: excerpt.slice(at, at + mistake.length), marked: true },
    { text: excerpt.slice(at + mistake.length), marked: false },
  ];
  return parts.filter((part) => part.text !== "");
}

/** Where the mistake begins in the excerpt, in UTF-16 code units; null when it is not there. */
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
