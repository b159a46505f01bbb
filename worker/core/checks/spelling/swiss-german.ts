import type { LanguageWords } from "./lexicon.ts";

/** More places of "ss" than any word has. */
const MOST_PLACES = 4;

/** German as the Swiss write it: "ss" wherever the others write "ß" ("Strasse"), which stays right too. */
export function swissWords(german: LanguageWords): LanguageWords {
  return { ...german, correct: (word) => german.correct(word) || sharpened(word).some(german.correct) };
}

/** A word with "ß" for some of its "ss": each choice of places, for "Strassenmesse" has both. */
function sharpened(word: string): string[] {
  const parts = word.split("ss");
  if (parts.length === 1 || parts.length > MOST_PLACES + 1) return [];
  return parts
    .slice(1)
    .reduce<string[]>((starts, part) => starts.flatMap((start) => [`${start}ss${part}`, `${start}ß${part}`]), [parts[0] ?? ""]);
}
