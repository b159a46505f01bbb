import type { Language } from "../../language/languages.ts";
import type { PackedCounts } from "./slips/word-counts.ts";
import { indexOfWord, type PackedWords } from "./word-table.ts";

/** Checks whether a dictionary has a word, in this spelling or without a capital that its place requires. */
export type Speller = {
  correct(word: string): boolean;
  /** Returns how often a word is written, if that is known (see LanguageWords). */
  frequencyOf?(word: string): number;
  /** Returns true for a word in use that the dictionary lacks, if that is known (see LanguageWords). */
  isInUse?(word: string): boolean;
  /** Returns the grammatical readings of a word, if they are known (see LanguageWords). */
  readingsOf?(word: string): string;
};

/** Holds the words of one language. */
export type LanguageWords = Speller & {
  /** Holds the words to suggest for a wrong one: those in `table` that have one of the bits in `among`. */
  table: PackedWords;
  among: number;
  /** Returns the frequency of a word: about how many times it occurs in fifty million words. */
  frequencyOf(word: string): number;
  /**
   * Returns true for a word in lower case that the dictionary lacks but people write too often for a slip (see
   * worker/threads/check/words-in-use/README.md). Always false for English, which has counts.
   */
  isInUse(word: string): boolean;
  /** Returns the dictionary's own suggestions. It is slow (up to 0.3 s), so use it only if `table` has nothing near. */
  askDictionary(word: string): string[];
  /**
   * Returns the grammatical readings of a word (see grammar/languages/engine/parts.ts); "" for English, whose grammar has its own
   * classes.
   */
  readingsOf(word: string): string;
};

export type WordSet = { has(word: string): boolean };

/** Provides all data for a spelling check. Files are read elsewhere, those of a language when it is first requested. */
export type Lexicon = {
  words(language: Language): LanguageWords;
  /**
   * Holds lower-case words of the web and of software that dictionaries lack ("dropdown"). They are right in any case and
   * language.
   */
  terms: WordSet;
  /** Holds lower-case names of people and companies. They are right if they are written with a capital. */
  names: WordSet;
  /** Holds the counts of English words in large bodies of text. */
  counts: PackedCounts;
};

/** Holds the data for English in memory that threads share. */
export type EnglishWords = { table: PackedWords; counts: PackedCounts };

/** Assigns a bit to each list that a word of the English table can be in. */
export const LIST_BITS = { "en-US": 1, "en-GB": 2, "en-AU": 4, "en-CA": 8, term: 16, name: 32 } as const;

/** Returns the set of words of a table that are in one of its lists. */
export function wordSet(table: PackedWords, bit: number): WordSet {
  return { has: (word) => isListed(table, word, bit) };
}

/**
 * Returns a speller for a table that has every form of every word. A word is right as listed, with an additional initial capital,
 * or in capitals throughout.
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
