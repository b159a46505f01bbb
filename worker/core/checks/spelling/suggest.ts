import { LRUCache } from "lru-cache";
import type { Language } from "../check.ts";
import { editCost } from "./edit-cost.ts";
import type { Lexicon } from "./lexicon.ts";

/** A word that may have been meant. `cost` is how far it is from what was written (see `editCost`), before its frequency. */
export type Suggestion = { word: string; cost: number; frequency: number };

/** Words further from what was written than this are not what was meant. */
const FURTHEST = 2.6;
/** What a word ten times as frequent makes up for. */
const FREQUENCY_WEIGHT = 0.16;
/** Two words written as one ("alot", "inthe"). */
const SPLIT_COST = 1.05;
/** Short names of software are near everything. */
const SHORTEST_TERM = 7;
const MOST = 5;
const CACHED_WORDS = 20_000;

type Vocabulary = { word: string; letters: number; frequency: number }[][];

/** Finds what may have been meant by a word that is wrong, best first, at most five. Remembers what it found. */
export function createSuggest(lexicon: Lexicon): (word: string, language: Language) => Suggestion[] {
  const vocabularies = new Map<Language, Vocabulary>();
  const cache = new LRUCache<string, Suggestion[]>({ max: CACHED_WORDS });
  return (word, language) => {
    const key = `${language} ${word}`;
    const known = cache.get(key);
    if (known) return known;
    const vocabulary = vocabularies.get(language) ?? buildVocabulary(lexicon, language);
    vocabularies.set(language, vocabulary);
    const found = rank(word, vocabulary, { lexicon, language });
    cache.set(key, found);
    return found;
  };
}

/** Words by their length. */
function buildVocabulary(lexicon: Lexicon, language: Language): Vocabulary {
  const speller = lexicon.spellers[language];
  const words = new Set<string>();
  for (const stem of lexicon.stems[language]) for (const word of formsOf(stem)) if (speller.correct(word)) words.add(word);
  for (const word of lexicon.frequencies.keys())
    if (word.length > 1 && speller.correct(word) && !isListedCapital(word, words)) words.add(word);
  for (const word of lexicon.terms) if (word.length >= SHORTEST_TERM && /^[a-z]+$/u.test(word)) words.add(word);
  const byLength: Vocabulary = [];
  for (const word of words) {
    const sameLength = byLength[word.length] ?? [];
    byLength[word.length] = sameLength;
    sameLength.push({ word, letters: letterMask(word.toLowerCase()), frequency: frequencyOf(word, lexicon) });
  }
  return byLength;
}

/** Words whose "'s" is short for "is" or "us"; any other word's is a possessive, which is never what was meant. */
const CONTRACTED = new Set("it that this what there here he she who let where how when why everyone".split(" "));

function isPossessive(word: string): boolean {
  return /'s$/iu.test(word) && !CONTRACTED.has(word.slice(0, -2).toLowerCase());
}

/** The body of English that was counted takes contractions apart ("don", "t"): one is as frequent as its rarer part. */
function frequencyOf(word: string, { frequencies }: Lexicon): number {
  return Math.min(
    ...word
      .toLowerCase()
      .split("'")
      .map((part) => frequencies.get(part) ?? 0),
  );
}

/** Forms that a word may have; the dictionary says which of them it has. */
function formsOf(stem: string): string[] {
  const forms = [stem, ...["s", "es", "ed", "ing", "ly", "er", "ers", "est", "ness", "able"].map((ending) => stem + ending)];
  const short = stem.slice(0, -1);
  if (stem.endsWith("e"))
    forms.push(...["ed", "er", "ers", "est", "ing", "able", "ion", "ions", "ive"].map((ending) => short + ending));
  if (stem.endsWith("y")) forms.push(...["ies", "ied", "ier", "iest", "ily", "iness"].map((ending) => short + ending));
  return forms;
}

/** "france", which is there as "France". */
function isListedCapital(word: string, words: ReadonlySet<string>): boolean {
  return words.has(word.charAt(0).toUpperCase() + word.slice(1)) && !words.has(word);
}

function rank(
  written: string,
  vocabulary: Vocabulary,
  { lexicon, language }: { lexicon: Lexicon; language: Language },
): Suggestion[] {
  const wrong = written.toLowerCase();
  const limit = Math.min(FURTHEST, 0.6 + wrong.length * 0.3);
  const found = new Map<string, Suggestion>();
  const consider = (word: string, frequency: number) => {
    if (found.has(word) || isPossessive(word)) return;
    const cost = editCost(wrong, word.toLowerCase(), limit);
    if (cost !== Number.POSITIVE_INFINITY) found.set(word, { word, cost, frequency });
  };
  const letters = letterMask(wrong);
  for (let length = Math.max(1, wrong.length - 3); length <= wrong.length + 3; length++) {
    for (const entry of vocabulary[length] ?? []) {
      if (bitCount(entry.letters ^ letters) <= 4) consider(entry.word, entry.frequency);
    }
  }
  for (const split of splits(wrong, lexicon, language)) found.set(split.word, split);
  return [...found.values()]
    .sort((a, b) => score(a) - score(b) || a.word.localeCompare(b.word, "en"))
    .slice(0, MOST)
    .map((suggestion) => ({ ...suggestion, word: inCaseOf(suggestion.word, written) }));
}

function score({ cost, frequency }: Suggestion): number {
  return cost - FREQUENCY_WEIGHT * Math.log10(frequency + 1);
}

const RARELY_APART = 400;
const OFTEN_BESIDE_SMALL = 2_000;

/** Small words that people run into their neighbours: "inthe", "alot", "aswell". */
export const RUN_IN: ReadonlySet<string> = new Set("a an and as at be for in is it not of on so the to with".split(" "));

/** The word as two, each of them a common one. */
function splits(word: string, { frequencies, spellers }: Lexicon, language: Language): Suggestion[] {
  const found: Suggestion[] = [];
  for (let at = 1; at < word.length; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if ((left.length === 1 && left !== "a" && left !== "i") || right.length < 2) continue;
    const frequency = Math.min(frequencies.get(left) ?? 0, frequencies.get(right) ?? 0);
    if (frequency < RARELY_APART || !spellers[language].correct(left) || !spellers[language].correct(right)) continue;
    const isRunIn = RUN_IN.has(left) || RUN_IN.has(right);
    // Other words are rarely run together by mistake: as if they were that much rarer.
    const isLikely = isRunIn && frequency >= OFTEN_BESIDE_SMALL;
    found.push({ word: `${left} ${right}`, cost: SPLIT_COST, frequency: isLikely ? frequency : frequency / 100 });
  }
  return found;
}

function inCaseOf(word: string, written: string): string {
  if (written.length > 1 && written === written.toUpperCase()) return word.toUpperCase();
  const first = written.charAt(0);
  return first === first.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

/** Which letters a word has, a bit each: words that share few cannot be near. */
function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97;
    if (letter >= 0 && letter < 26) mask |= 1 << letter;
  }
  return mask;
}

function bitCount(mask: number): number {
  let bits = mask;
  let count = 0;
  while (bits !== 0) {
    bits &= bits - 1;
    count++;
  }
  return count;
}
