import type { Language } from "../../language/languages.ts";
import type { PackedCounts } from "./slips/word-counts.ts";
import { indexOfWord, type PackedWords } from "./word-table.ts";

/** True if a dictionary has a word, in this spelling or with a capital that its place asks for. */
export type Speller = { correct(word: string): boolean };

/** What is known of one language's words. */
export type LanguageWords = Speller & {
  /** What may have been meant by a wrong word: those of `table` that have one of the bits `among`. */
  table: PackedWords;
  among: number;
  /** How often a word stands in a large body of the language, about so many times in fifty million words. */
  frequencyOf(word: string): number;
  /** What the dictionary itself would suggest: slow (up to 0.3 s), for words that `table` has nothing near to. */
  askDictionary(word: string): string[];
  /** What a word can be (see grammar/languages/engine/parts.ts); "" for every word of English, whose grammar has its own classes. */
  readingsOf(word: string): string;
};

export type WordSet = { has(word: string): boolean };

/** Everything that a spelling check reads. Files are read elsewhere (worker/checking), a language's when it is first asked for. */
export type Lexicon = {
  words(language: Language): LanguageWords;
  /** Lower-case vocabulary of the web and of software that dictionaries lack: "dropdown", "localhost". Right in any case and language. */
  terms: WordSet;
  /** Lower-case names of people and companies. Right where they are written with a capital. */
  names: WordSet;
  /** How often English words are written. */
  counts: PackedCounts;
};

/** What is read of English, in memory that threads share. */
export type EnglishWords = { table: PackedWords; counts: PackedCounts };

/** The lists that words of the English table are in. */
export const LIST_BITS = { "en-US": 1, "en-GB": 2, "en-AU": 4, "en-CA": 8, term: 16, name: 32 } as const;

/** The words of a table that are in one of its lists. */
export function wordSet(table: PackedWords, bit: number): WordSet {
  return { has: (word) => isListed(table, word, bit) };
}

/**
 * A speller over a table that has every form of every word: a word is right as it is listed, with a capital more than that, or in
 * capitals throughout.
 */
export function tableSpeller(table: PackedWords, bit: number): Speller {
  const has = (word: string) => isListed(table, word, bit);
  return {
    correct(word) {
      if (has(word)) return true;
      const lower = word.toLowerCase();
      if (lower === word) return false;
      const capitalised = word.charAt(0) + lower.slice(1);
      if (word === capitalised) return has(lower);
      return word === word.toUpperCase() && (has(lower) || has(capitalised));
    },
  };
}

export function tableFrequency(table: PackedWords, word: string): number {
  const index = indexOfWord(table, word);
  return index === -1 ? 0 : (table.frequencies[index] ?? 0);
}

function isListed(table: PackedWords, word: string, bit: number): boolean {
  const index = indexOfWord(table, word);
  return index !== -1 && ((table.bits[index] ?? 0) & bit) !== 0;
}
