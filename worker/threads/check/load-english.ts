/// <reference path="./nspell.d.ts" />
import american from "dictionary-en";
import australian from "dictionary-en-au";
import canadian from "dictionary-en-ca";
import british from "dictionary-en-gb";
import nspell from "nspell";
import { type EnglishWords, LIST_BITS } from "#worker/core/checks/spelling/lexicon.ts";
import { MODERN_WORDS } from "#worker/core/checks/spelling/modern-words.ts";
import { OWN_CASE_BRANDS } from "#worker/core/checks/spelling/own-case-brands.ts";
import { frequencyIn } from "#worker/core/checks/spelling/slips/word-frequency.ts";
import { TRADE_WORDS } from "#worker/core/checks/spelling/trade-words.ts";
import { packWords, type WordEntry } from "#worker/core/checks/spelling/word-table.ts";
import { ENGLISH } from "#worker/core/language/languages.ts";
import { loadWordCounts } from "./load-word-counts.ts";
import { readPackageFile } from "./read-package-file.ts";

const DICTIONARIES = { "en-US": american, "en-GB": british, "en-AU": australian, "en-CA": canadian } as const;

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

/** Loads every form of every word of all English dialects, technical terms, names and word counts, packed. Takes about a second. */
export function loadEnglish(): EnglishWords {
  const counts = loadWordCounts();
  const words = new Map<string, WordEntry>();
  const add = (word: string, bit: number) => {
    const entry = words.get(word);
    if (entry) entry.bits |= bit;
    else words.set(word, { bits: bit, frequency: frequencyIn(counts, word) });
  };
  for (const [bits, lines] of linesByDialects()) {
    const dic = Buffer.from(`${lines.length}\n${lines.join("\n")}\n`);
    for (const form of Object.keys(nspell({ aff: american.aff, dic }).data)) if (isPlainWord(form)) add(form, bits);
  }
  for (const term of [...readWords(TERM_LISTS), ...MODERN_WORDS, ...TRADE_WORDS, ...OWN_CASE_BRANDS]) add(term, LIST_BITS.term);
  for (const name of readWords(NAME_LISTS)) add(name, LIST_BITS.name);
  return { table: packWords(words), counts };
}

/**
 * Groups the dictionaries' entries by the set of dialects (as bits) that have them, so that the forms of each are computed once: nine in ten
 * are in all four, which share their rules for endings.
 */
function linesByDialects(): Map<number, string[]> {
  const dialectsOf = new Map<string, number>();
  for (const dialect of ENGLISH) {
    const lines = new TextDecoder().decode(DICTIONARIES[dialect].dic).split("\n").slice(1);
    for (const line of lines) if (line !== "") dialectsOf.set(line, (dialectsOf.get(line) ?? 0) | LIST_BITS[dialect]);
  }
  return Map.groupBy(dialectsOf.keys(), (line) => dialectsOf.get(line) ?? 0);
}

/** Words after which "'s" is short for "is" or "us". After any other word it is a possessive, which needs no entry of its own. */
const CONTRACTED = new Set("it that this what there here he she who let where how when why everyone".split(" "));

function isPlainWord(form: string): boolean {
  if (form.endsWith("'s")) return CONTRACTED.has(form.slice(0, -2).toLowerCase());
  return /^\p{L}[\p{L}\p{M}'.-]*$/u.test(form);
}

function readWords(lists: readonly (readonly [name: string, path: string])[]): string[] {
  return lists
    .flatMap(([name, path]) => readPackageFile(name, path).split("\n"))
    .filter((line) => /^[\p{L}][\p{L}\p{M}'’.-]+$/u.test(line))
    .map((line) => line.toLowerCase());
}
