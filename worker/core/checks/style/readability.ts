import { isEnglish, type Language } from "../../language/languages.ts";
import type { BlockKind } from "../../page/block.ts";
import { sentencesOf } from "../excerpt.ts";

type ReadText = { kind: BlockKind; text: string; language: Language | null };

const PROSE: ReadonlySet<BlockKind> = new Set(["paragraph", "text", "quote", "list-item"]);
/** Fewer words say nothing about how a page reads. */
const FEWEST_WORDS = 100;
const SHORTEST_TEXT = 5;
const WORD = /\p{L}[\p{L}\p{M}'’]*/gu;

/** Returns the Flesch-Kincaid grade of a page's English prose: the school year in the US that it takes to read it. Null: too little prose. */
export function readingGrade(texts: readonly ReadText[]): number | null {
  let [words, sentences, syllables] = [0, 0, 0];
  for (const { kind, text, language } of texts) {
    const found = text.match(WORD) ?? [];
    if (!PROSE.has(kind) || language === null || !isEnglish(language) || found.length < SHORTEST_TEXT) continue;
    words += found.length;
    sentences += sentencesOf(text).length;
    for (const word of found) syllables += countSyllables(word);
  }
  if (words < FEWEST_WORDS) return null;
  const grade = 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
  return Math.max(1, Math.round(grade));
}

const SILENT_END = /(?:[^aeiouy]e|[^aeiouyscgxzh]es|[^aeiouytd]ed)$/u;

/** Counts groups of vowels, without an "e" at the end that is not heard. */
function countSyllables(word: string): number {
  const plain = word
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/gu, "");
  const heard = /[^aeiouy]le$/u.test(plain) ? plain : plain.replace(SILENT_END, "");
  return Math.max(1, heard.match(/[aeiouy]+/gu)?.length ?? 0);
}
