/** Matches a word, in plain or accented letters, with apostrophes inside. */
const WORD = /\p{L}[\p{L}\p{M}'’]*/gu;

/** Returns how often texts have each of some words or phrases, regardless of case. */
export function countUses(wanted: readonly string[], texts: Iterable<string>): ReadonlyMap<string, number> {
  const uses = new Map(wanted.map((word) => [word.toLowerCase(), 0]));
  if (uses.size === 0) return uses;
  const phrases = [...uses.keys()].filter((word) => word.includes(" "));
  const add = (word: string) => uses.set(word, (uses.get(word) ?? 0) + 1);
  for (const text of texts) {
    const lower = text.toLowerCase();
    for (const [word] of lower.matchAll(WORD)) if (uses.has(word)) add(word);
    for (const phrase of phrases) if (lower.includes(phrase)) add(phrase);
  }
  return uses;
}
