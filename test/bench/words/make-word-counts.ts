import { readFileSync, writeFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";
import { decode } from "@msgpack/msgpack";
import { decodeTrie } from "cspell-trie-lib";
import { z } from "zod";
import { DICTIONARY_BITS, encodeCounts, type WordCount } from "#worker/core/checks/spelling/slips/word-counts.ts";
import { readMisspelled } from "./misspellings.ts";

/**
 * Makes the table of how often English words are written:
 * `node test/bench/words/make-word-counts.ts --edited words-en.tsv.gz --wordfreq <folder of wordfreq's data>`.
 * `--edited`: rows of a word in lower case, times in lower case, times with a capital, sources. `--wordfreq`: version 3.1.1 of the Python package.
 */
const { values } = parseArgs({ options: { edited: { type: "string" }, wordfreq: { type: "string" } } });
if (!values.edited || !values.wordfreq) throw new Error("Say where the edited counts and wordfreq's data are.");

const OUTPUT = new URL("../../../worker/threads/check/word-counts/en.bin.gz", import.meta.url);
const FOREIGN = [
  "large_de",
  "large_fr",
  "large_es",
  "large_it",
  "large_nl",
  "large_pt",
  "large_pl",
  "large_sv",
  "small_da",
  "small_id",
  "small_tr",
  "small_fi",
  "small_ro",
];
/** A word of another language that no English text has is kept from this frequency on: once in a million words. */
const LEAST_FOREIGN = 3;
const WORD = /^[a-z](?:[a-z']*[a-z])?$/u;
const LONGEST = 30;

const counts = new Map<string, WordCount>();
const isKept = (word: string) => WORD.test(word) && word.length <= LONGEST;
const countOf = (word: string): WordCount => {
  const known = counts.get(word) ?? { small: 0, capital: 0, spoken: 0, foreign: 0, dictionaries: 0 };
  counts.set(word, known);
  return known;
};

for (const line of gunzipSync(readFileSync(values.edited)).toString("utf8").trimEnd().split("\n")) {
  const [word = "", small = "0", capital = "0"] = line.split("\t");
  if (isKept(word)) Object.assign(countOf(word), { small: Number(small), capital: Number(capital) });
}

/** Yields the words of a wordfreq list with their Zipf frequency: the decimal logarithm of occurrences per thousand million words. */
function* readWordfreq(name: string): Generator<[word: string, zipf: number]> {
  const data = decode(gunzipSync(readFileSync(`${values.wordfreq}/${name}.msgpack.gz`)));
  const [, ...bins] = z.tuple([z.unknown()]).rest(z.array(z.string())).parse(data);
  for (const [centibels, words] of bins.entries()) for (const word of words) yield [word, 9 - centibels / 100];
}

for (const [word, zipf] of readWordfreq("large_en")) if (isKept(word)) countOf(word).spoken = zipf;

function readPackage(name: string, path: string): Buffer<ArrayBuffer> {
  const manifest = findPackageJSON(name, import.meta.url);
  if (!manifest) throw new Error(`The package ${name} is not installed.`);
  return Buffer.from(gunzipSync(readFileSync(new URL(path, pathToFileURL(manifest)))));
}

const trieWords = (name: string, path: string) => decodeTrie(readPackage(name, path)).words();
const LISTS = [
  { bit: DICTIONARY_BITS.american, words: trieWords("@cspell/dict-en_us", "en_US.trie.gz"), isWhole: true },
  { bit: DICTIONARY_BITS.british, words: trieWords("@cspell/dict-en-gb", "en_GB.trie.gz"), isWhole: true },
  {
    bit: DICTIONARY_BITS.medical,
    words: readPackage("@cspell/dict-medicalterms", "dict/medicalterms-en.txt.gz").toString("utf8").split("\n"),
    isWhole: false,
  },
  {
    bit: DICTIONARY_BITS.scientific,
    words: trieWords("@cspell/dict-scientific-terms-us", "dict/custom_scientific_US.trie.gz"),
    isWhole: false,
  },
];
// The lists of a field are long: only their words that are in use count. Names (capital) and lower-case copies (tilde) are not kept.
for (const { bit, words, isWhole } of LISTS) {
  for (const word of words) if (isKept(word) && (isWhole || counts.has(word))) countOf(word).dictionaries |= bit;
}

for (const name of FOREIGN) {
  for (const [accented, zipf] of readWordfreq(name)) {
    // Pages write other languages without their accents, too.
    const word = accented.normalize("NFD").replace(/\p{M}/gu, "");
    if (!isKept(word) || (!counts.has(word) && zipf < LEAST_FOREIGN)) continue;
    const count = countOf(word);
    count.foreign = Math.max(count.foreign, zipf);
  }
}

for (const wrong of readMisspelled()) if (isKept(wrong)) countOf(wrong).dictionaries |= DICTIONARY_BITS.misspelling;

writeFileSync(OUTPUT, gzipSync(encodeCounts(counts), { level: 9 }));
process.stdout.write(`${counts.size} words\n`);
