import type { LanguageWords } from "../lexicon.ts";

/** Limits the places of "ss" in a word; no word has more. */
const MOST_PLACES = 4;

/** Returns German words as the Swiss write them: with "ss" for "ß" ("Strasse"). The spellings with "ß" remain right. */
export function swissWords(german: LanguageWords): LanguageWords {
  return { ...german, correct: (word) => german.correct(word) || sharpened(word).some(german.correct) };
}

/** Returns a word with "ß" for every choice of its "ss", because "Strassenmesse" needs both. */
function sharpened(word: string): string[] {
  const parts = word.split("ss");
  if (parts.length === 1 || parts.length > MOST_PLACES + 1) return [];
  return parts
    .slice(1)
    .reduce<string[]>((starts, part) => starts.flatMap((start) => [`${start}ss${part}`, `${start}ß${part}`]), [parts[0] ?? ""]);
}
