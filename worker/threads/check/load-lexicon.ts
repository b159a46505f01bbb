import { swissWords } from "#worker/core/checks/spelling/languages/swiss-german.ts";
import {
  type EnglishWords,
  type LanguageWords,
  type Lexicon,
  LIST_BITS,
  tableFrequency,
  tableSpeller,
  wordSet,
} from "#worker/core/checks/spelling/lexicon.ts";
import type { PackedWords } from "#worker/core/checks/spelling/word-table.ts";
import { type English, isEnglish, type Language } from "#worker/core/language/languages.ts";
import { loadEnglish } from "./load-english.ts";
import { loadHunspell } from "./load-hunspell.ts";
import type { ThreadMeter } from "./thread-meter.ts";

/**
 * Loads the lexicon of a thread. English is read at once, or taken over from a thread that has read it. Other languages are loaded when first
 * needed, by `apart`.
 */
export async function loadLexicon(
  english: EnglishWords = loadEnglish(),
  apart: ThreadMeter["apart"] = (load) => load(),
): Promise<Lexicon & { english: EnglishWords }> {
  const loadForeign = await loadHunspell();
  const loaded = new Map<Language, LanguageWords>();
  const load = (language: Language): LanguageWords => {
    if (isEnglish(language)) return englishWords(english.table, language);
    return language === "de-CH" ? swissWords(words("de")) : loadForeign(language);
  };
  const words = (language: Language) => {
    const known = loaded.get(language) ?? apart(() => load(language));
    loaded.set(language, known);
    return known;
  };
  return {
    english,
    counts: english.counts,
    words,
    terms: wordSet(english.table, LIST_BITS.term),
    names: wordSet(english.table, LIST_BITS.name),
  };
}

function englishWords(table: PackedWords, dialect: English): LanguageWords {
  const bit = LIST_BITS[dialect];
  return {
    ...tableSpeller(table, bit),
    table,
    among: bit | LIST_BITS.term,
    frequencyOf: (word) => tableFrequency(table, word),
    // The table has every form of every word, so there is no dictionary to consult.
    askDictionary: () => [],
    isInUse: () => false,
    readingsOf: () => "",
  };
}
