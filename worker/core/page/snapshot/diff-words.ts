import { diffWordsWithSpace } from "diff";

export type ChangedWords = { text: string; kind: "same" | "added" | "removed" };

/** Past so many changed words two texts have nothing in common that is worth marking, and comparing them takes long. */
const MAX_CHANGED_WORDS = 2_000;

/** Two texts word by word: joined, the `same` and `removed` pieces are the old text, the `same` and `added` ones the new. */
export function diffWords(before: string, after: string): ChangedWords[] {
  const pieces = diffWordsWithSpace(before, after, { maxEditLength: MAX_CHANGED_WORDS });
  if (!pieces) return replaced(before, after);
  return pieces.map(({ value, added, removed }) => ({ text: value, kind: added ? "added" : removed ? "removed" : "same" }));
}

/** One text in place of another, where what they have in common is not looked for. */
export function replaced(before: string, after: string): ChangedWords[] {
  return [
    { text: before, kind: "removed" },
    { text: after, kind: "added" },
  ];
}
