const WORD_CHARACTER = /[\p{L}\p{N}\p{M}'’]/u;

/** Returns the index of the first place where a text has a part as whole words, else of the first at all, in UTF-16 code units; or null. */
export function findWhole(text: string, part: string): number | null {
  if (!part) return null;
  let anywhere: number | null = null;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
    if (isWhole(text, at, at + part.length)) return at;
    anywhere ??= at;
  }
  return anywhere;
}

function isWhole(text: string, start: number, end: number): boolean {
  const before = [...text.slice(Math.max(0, start - 2), start)].at(-1) ?? "";
  const after = [...text.slice(end, end + 2)][0] ?? "";
  return !WORD_CHARACTER.test(before) && !WORD_CHARACTER.test(after);
}
