import { commonWords } from "./word-uses.ts";

let index: Map<string, string[]> | undefined;

/** Returns a word and what is left of it without one of its letters. */
function shortened(word: string): Set<string> {
  const texts = new Set([word]);
  for (let at = 0; at < word.length; at++) texts.add(word.slice(0, at) + word.slice(at + 1));
  return texts;
}

function buildIndex(): Map<string, string[]> {
  const built = new Map<string, string[]>();
  for (const word of commonWords())
    for (const text of shortened(word)) {
      const words = built.get(text);
      if (words) words.push(word);
      else built.set(text, [word]);
    }
  return built;
}

/** Returns true if one letter left out, added, changed or swapped makes one word of the other. */
function isOneLetterAway(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  if (rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1)) return true;
  return rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2);
}

/** Returns the common words that are one letter away from a word. */
export function nearCommonWords(word: string): Set<string> {
  index ??= buildIndex();
  const near = new Set<string>();
  for (const text of shortened(word))
    for (const other of index.get(text) ?? []) if (other !== word && isOneLetterAway(word, other)) near.add(other);
  return near;
}
