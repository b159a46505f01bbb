import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type EnglishWords, LIST_BITS } from "#worker/core/checks/spelling/lexicon.ts";
import { frequencyIn } from "#worker/core/checks/spelling/slips/word-frequency.ts";
import { MODERN_WORDS } from "#worker/core/checks/spelling/word-lists/modern-words.ts";
import { OWN_CASE_BRANDS } from "#worker/core/checks/spelling/word-lists/own-case-brands.ts";
import { TRADE_WORDS } from "#worker/core/checks/spelling/word-lists/trade-words.ts";
import { packWords, type WordEntry } from "#worker/core/checks/spelling/word-table.ts";
import { loadWordCounts } from "./load-word-counts.ts";
import { readPackageFile } from "./read-package-file.ts";

const TERM_LISTS = [
  ["@cspell/dict-software-terms", "dict/softwareTerms.txt.gz"],
  ["@cspell/dict-software-terms", "dict/software-tools.txt"],
  ["@cspell/dict-software-terms", "dict/software-terms-alternative.txt"],
  ["@cspell/dict-software-terms", "dict/networkingTerms.txt"],
  ["@cspell/dict-software-terms", "dict/webServices.txt"],
] as const;

const NAME_LISTS = [
  ["@cspell/dict-companies", "dict/companies.txt"],
  ["@cspell/dict-people-names", "dict/people-names.txt"],
] as const;

/** Loads every form of every word of all English dialects, technical terms, names and word counts, packed. Takes a third of a second. */
export function loadEnglish(): EnglishWords {
  const counts = loadWordCounts();
  const words = new Map<string, WordEntry>();
  const add = (word: string, bit: number) => {
    const entry = words.get(word);
    if (entry) entry.bits |= bit;
    else words.set(word, { bits: bit, frequency: frequencyIn(counts, word) });
  };
  for (const line of readForms().trimEnd().split("\n")) {
    const [bits, ...forms] = line.split(" ");
    for (const form of forms) add(form, Number(bits));
  }
  for (const term of [...readWords(TERM_LISTS), ...MODERN_WORDS, ...TRADE_WORDS, ...OWN_CASE_BRANDS]) add(term, LIST_BITS.term);
  for (const name of readWords(NAME_LISTS)) add(name, LIST_BITS.name);
  return { table: packWords(words), counts };
}

/** Reads the forms of all words of the dictionaries (see english-forms/README.md). */
function readForms(): string {
  return gunzipSync(readFileSync(new URL("./english-forms/en.txt.gz", import.meta.url))).toString("utf8");
}

function readWords(lists: readonly (readonly [name: string, path: string])[]): string[] {
  return lists
    .flatMap(([name, path]) => readPackageFile(name, path).split("\n"))
    .filter((line) => /^[\p{L}][\p{L}\p{M}'’.-]+$/u.test(line))
    .map((line) => line.toLowerCase());
}
