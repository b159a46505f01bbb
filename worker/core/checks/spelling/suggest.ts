import { LRUCache } from "lru-cache";
import { isEnglish, type Language } from "../../languages.ts";
import { editCost, type Spelled, spelled } from "./edit-cost.ts";
import { type LanguageWords, type Lexicon, LIST_BITS } from "./lexicon.ts";
import { LONGEST_WORD, letterMask, wordAt } from "./word-table.ts";

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
/** Where the nearest listed word is further than this, the dictionary may know a nearer one. */
const NEAR = 1.3;

/** Finds what may have been meant by a word that is wrong, best first, at most five. Remembers what it found. */
export function createSuggest(lexicon: Lexicon): (word: string, language: Language) => Suggestion[] {
  const cache = new LRUCache<string, Suggestion[]>({ max: CACHED_WORDS });
  return (word, language) => {
    const key = `${language} ${word}`;
    const known = cache.get(key);
    if (known) return known;
    const found = rank(word, lexicon.words(language), language);
    cache.set(key, found);
    return found;
  };
}

function rank(written: string, words: LanguageWords, language: Language): Suggestion[] {
  const wrong = written.toLowerCase();
  const limit = Math.min(FURTHEST, 0.6 + wrong.length * 0.3);
  const target = spelled(wrong);
  const found = nearWords(wrong, words, limit);
  if (!found.some(({ cost }) => cost <= NEAR)) {
    for (const word of words.askDictionary(written)) {
      if (word.includes(" ") || found.some((known) => known.word === word)) continue;
      const cost = editCost(target, spelled(word), limit);
      if (cost !== Number.POSITIVE_INFINITY) found.push({ word, cost, frequency: words.frequencyOf(word) });
    }
  }
  found.push(...splits(wrong, words, language));
  const best = found.sort((a, b) => score(a) - score(b) || (a.word < b.word ? -1 : 1)).slice(0, MOST);
  return best.map((suggestion) => ({ ...suggestion, word: inCaseOf(suggestion.word, written) }));
}

/** Words of the table within `limit` of a wrong one in lower case. */
function nearWords(wrong: string, { table, among }: LanguageWords, limit: number): Suggestion[] {
  const found: Suggestion[] = [];
  const target = spelled(wrong);
  const letters = letterMask(wrong);
  const candidate: Spelled = { codes: table.lower, start: 0, end: 0 };
  const from = table.byLength[Math.max(1, wrong.length - 3)] ?? 0;
  const to = table.byLength[Math.min(LONGEST_WORD + 1, wrong.length + 4)] ?? 0;
  for (let index = from; index < to; index++) {
    if (((table.bits[index] ?? 0) & among) === 0 || bitCount((table.masks[index] ?? 0) ^ letters) > 4) continue;
    candidate.start = table.starts[index] ?? 0;
    candidate.end = table.starts[index + 1] ?? 0;
    if (isShortTerm(table.bits[index] ?? 0, among, candidate)) continue;
    const cost = editCost(target, candidate, limit);
    if (cost === Number.POSITIVE_INFINITY) continue;
    found.push({ word: wordAt(table, index), cost, frequency: table.frequencies[index] ?? 0 });
  }
  return found;
}

function isShortTerm(bits: number, among: number, { start, end }: Spelled): boolean {
  return (bits & among) === LIST_BITS.term && end - start < SHORTEST_TERM;
}

function score({ cost, frequency }: Suggestion): number {
  return cost - FREQUENCY_WEIGHT * Math.log10(frequency + 1);
}

const RARELY_APART = 400;
const OFTEN_BESIDE_SMALL = 2_000;

/** Small words that people run into their neighbours: "inthe", "alot", "aswell". */
export const RUN_IN: ReadonlySet<string> = new Set("a an and as at be for in is it not of on so the to with".split(" "));

/** A word as two, each of them a common one. English only: other languages write compounds as one word. */
function splits(word: string, { frequencyOf, correct }: LanguageWords, language: Language): Suggestion[] {
  if (!isEnglish(language)) return [];
  const found: Suggestion[] = [];
  for (let at = 1; at < word.length; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if ((left.length === 1 && left !== "a" && left !== "i") || right.length < 2) continue;
    const frequency = Math.min(frequencyOf(left), frequencyOf(right));
    if (frequency < RARELY_APART || !correct(left) || !correct(right)) continue;
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

function bitCount(mask: number): number {
  let bits = mask;
  let count = 0;
  while (bits !== 0) {
    bits &= bits - 1;
    count++;
  }
  return count;
}
