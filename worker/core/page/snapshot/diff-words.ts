import { diffWordsWithSpace } from "diff";

export type ChangedWords = { text: string; kind: "same" | "added" | "removed" };

/** Beyond this many changed words, two texts have little in common, and comparing them takes long. */
const MAX_CHANGED_WORDS = 2_000;

/** Compares two texts word by word. The `same` and `removed` pieces form the old text, the `same` and `added` ones the new. */
export function diffWords(before: string, after: string): ChangedWords[] {
  const pieces = diffWordsWithSpace(before, after, { maxEditLength: MAX_CHANGED_WORDS });
  if (!pieces) return replaceWhole(before, after);
  return pieces.map(({ value, added, removed }) => ({ text: value, kind: added ? "added" : removed ? "removed" : "same" }));
}

/** Returns the whole texts as removed and added, without comparing their words. */
export function replaceWhole(before: string, after: string): ChangedWords[] {
  return [
    { text: before, kind: "removed" },
    { text: after, kind: "added" },
  ];
}
