import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { pathToFileURL } from "node:url";
import { isKnown, knownWords } from "#worker/core/checks/spelling/is-right.ts";
import type { Lexicon } from "#worker/core/checks/spelling/lexicon.ts";
import { countOf, DICTIONARY_BITS } from "#worker/core/checks/spelling/slips/word-counts.ts";
import { ENGLISH } from "#worker/core/language/languages.ts";

const WORD = /^[a-z]{4,}$/u;
/** Zipf frequency from which a word is met often enough to be worth judging. */
const MET = 1;

/** Lists the words that larger dictionaries have and ours lack, with those more often that are met more often. */
export function dictionaryWords(lexicon: Lexicon): string[] {
  const { letters, starts, dictionaries } = lexicon.counts;
  const ours = ENGLISH.map((dialect) => knownWords(lexicon, dialect));
  const words: string[] = [];
  for (let at = 0; at < starts.length - 1; at++) {
    if (((dictionaries[at] ?? 0) & (DICTIONARY_BITS.american | DICTIONARY_BITS.british)) === 0) continue;
    const word = String.fromCharCode(...letters.subarray(starts[at], starts[at + 1]));
    const { spoken } = countOf(lexicon.counts, word);
    if (!WORD.test(word) || spoken < MET || ours.some((known) => isKnown(word, known))) continue;
    words.push(word);
  }
  return words;
}

/** Lists the names of people and companies. */
export function listedNames(): string[] {
  return [
    ...readList("@cspell/dict-people-names", "dict/people-names.txt"),
    ...readList("@cspell/dict-companies", "dict/companies.txt"),
  ].map((name) => name.toLowerCase());
}

/** Lists the terms of software. */
export function listedTerms(): string[] {
  return readList("@cspell/dict-software-terms", "dict/software-tools.txt").map((term) => term.toLowerCase());
}

function readList(name: string, path: string): string[] {
  const manifest = findPackageJSON(name, import.meta.url);
  if (!manifest) throw new Error(`The package ${name} is not installed.`);
  const lines = readFileSync(new URL(path, pathToFileURL(manifest)), "utf8").split("\n");
  return [...new Set(lines.filter((line) => /^[A-Za-z]{4,}$/u.test(line)))];
}
