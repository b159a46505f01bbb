import { LRUCache } from "lru-cache";
import { isEnglish, type Language } from "#worker/core/language/languages.ts";
import { type LanguageWords, type Lexicon, LIST_BITS } from "../lexicon.ts";
import { LONGEST_WORD, letterMask, wordAt } from "../word-table.ts";
import { codesOf, createEditCost } from "./edit-cost.ts";
import { countLetters, createLeastCost } from "./least-cost.ts";
import { respell } from "./respell.ts";
import { TRANSPOSITION } from "./slip-costs.ts";
import { soundOf } from "./sound-of.ts";

/**
 * Holds a word that may have been meant. `cost` is its distance from the written word (see `EditCost`), regardless of frequency.
 */
export type Suggestion = { word: string; cost: number; frequency: number };

/** Largest cost of a suggestion. */
const FURTHEST = 2.6;
/** Cost that a tenfold frequency makes up for. */
const FREQUENCY_WEIGHT = 0.16;
/** Cost of two words written as one: if one of them is small and common ("alot", "inthe"), and for any others. */
const RUN_IN_COST = 0.95;
const SPLIT_COST = 1.05;
/** Cost of a second ending on a past tense: "tooked", "boughted". */
const ENDED_TWICE_COST = 0.75;
const ENDED_TWICE_FREQUENCY = 1_000;
/** Length of the shortest term suggested; short names of software are near everything. */
const SHORTEST_TERM = 7;
const MOST = 5;
const CACHED_WORDS = 20_000;
/** Cost beyond which the dictionary may know a nearer word than the table has. */
const NEAR = 1.3;

/**
 * Returns at most five words that may have been meant, best first. If the table has nothing near and `mayAsk` returns true, asks
 * the dictionary, which is slow. Calls `mayAsk` even for cached words, so that results do not depend on the cache.
 */
export type Suggest = (word: string, language: Language, mayAsk: () => boolean) => Suggestion[];

/** Returns a `Suggest` that caches its results. */
export function createSuggest(lexicon: Lexicon): Suggest {
  const cache = new LRUCache<string, { near: readonly Suggestion[]; alone?: Suggestion[]; asked?: Suggestion[] }>({
    max: CACHED_WORDS,
  });
  return (written, language, mayAsk) => {
    if (written.length > LONGEST_WORD) return [];
    const words = lexicon.words(language);
    const limit = Math.min(FURTHEST, 0.6 + written.length * 0.3);
    const key = `${language} ${written}`;
    const known = cache.get(key) ?? { near: nearWords(written.toLowerCase(), words, limit) };
    cache.set(key, known);
    const { near } = known;
    const isFar = !near.some(({ cost }) => cost <= NEAR);
    if (isFar && mayAsk()) {
      known.asked ??= rank(written, [...near, ...asked(written, { words, language, limit, found: near })], words, language);
      return known.asked;
    }
    known.alone ??= rank(written, near, words, language);
    return known.alone;
  };
}

function rank(written: string, found: readonly Suggestion[], words: LanguageWords, language: Language): Suggestion[] {
  const wrong = written.toLowerCase();
  const ranked = isEnglish(language)
    ? [...heard(wrong, found), ...splits(wrong, words), ...endedOnce(wrong, words)]
    : respelled(found, { written, words, language });
  const best = oneOfEach(ranked, written)
    .sort((a, b) => score(a) - score(b) || (a.word < b.word ? -1 : 1))
    .slice(0, MOST);
  return best.map((suggestion) => ({ ...suggestion, word: inCaseOf(suggestion.word, written) }));
}

/** Returns the words of the table within `limit` of a wrong word in lower case. */
function nearWords(wrong: string, { table, among }: LanguageWords, limit: number): Suggestion[] {
  const found: Suggestion[] = [];
  const { byLength, bits, masks, starts, lower, frequencies } = table;
  const [editCost, leastCost] = [createEditCost(wrong), createLeastCost(wrong)];
  const letters = letterMask(wrong);
  const mostLonger = wrong.length < LONG ? 2 : 3;
  const from = byLength[Math.max(1, wrong.length - mostLonger)] ?? 0;
  const to = byLength[Math.min(LONGEST_WORD + 1, wrong.length + mostLonger + 1)] ?? 0;
  const glance = { mask: 0, length: 0, first: 0, second: 0 };
  for (let index = from; index < to; index++) {
    const lists = (bits[index] ?? 0) & among;
    const mask = masks[index] ?? 0;
    if (lists === 0 || countLetters(mask ^ letters) > MOST_OTHER_LETTERS) continue;
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? 0;
    glance.mask = mask;
    glance.length = end - start;
    glance.first = lower[start] ?? 0;
    glance.second = lower[start + 1] ?? 0;
    if (leastCost(glance) > limit || (lists === LIST_BITS.term && end - start < SHORTEST_TERM)) continue;
    const cost = editCost(lower, start, end, limit);
    if (cost !== Number.POSITIVE_INFINITY) found.push({ word: wordAt(table, index), cost, frequency: frequencies[index] ?? 0 });
  }
  return found;
}

/** Length from which words are mistaken for ones up to three letters longer or shorter, instead of two. */
const LONG = 8;
/** Largest number of letters that only one of two near words has. */
const MOST_OTHER_LETTERS = 4;

const WRITTEN_AS_ONE = /^(?:de|es|it)/u;

type Asked = { words: LanguageWords; language: Language; limit: number; found: readonly Suggestion[] };

/** Returns the suggestions that the dictionary has and the table lacks. */
function asked(written: string, { words, language, limit, found }: Asked): Suggestion[] {
  const editCost = createEditCost(written.toLowerCase());
  return words.askDictionary(written).flatMap((word) => {
    if (word.includes(" ") || found.some((known) => known.word === word)) return [];
    // Dictionaries split words that these languages write as one: "Des-weiteren", "buco-dentales".
    if (WRITTEN_AS_ONE.test(language) && word.includes("-") && !written.includes("-")) return [];
    const codes = codesOf(word.toLowerCase());
    const cost = editCost(codes, 0, codes.length, limit);
    return cost === Number.POSITIVE_INFINITY ? [] : [{ word, cost, frequency: words.frequencyOf(word) }];
  });
}

type Respelled = { written: string; words: LanguageWords; language: Language };

/**
 * Adds words that sound like the wrong one, at a low cost. Raises the cost of words that differ only by a capital, often names.
 */
function respelled(found: readonly Suggestion[], { written, words, language }: Respelled): Suggestion[] {
  const wrong = written.toLowerCase();
  const isGerman = language.startsWith("de");
  const near = found.map((each) =>
    each.cost === 0 && !isGerman && each.word !== wrong ? { ...each, cost: CAPITAL_COST } : each,
  );
  const alike = respell(wrong, language)
    .flatMap((form) => [form, form.charAt(0).toUpperCase() + form.slice(1)])
    .filter((form, at) => (isGerman || at % 2 === 0) && words.correct(form))
    .map((word) => ({ word, cost: SOUND_COST, frequency: words.frequencyOf(word) }));
  const isAlike = new Set(alike.map(({ word }) => word));
  return [...near.filter(({ word, cost }) => !isAlike.has(word) || cost < SOUND_COST), ...alike];
}

const CAPITAL_COST = 0.4;
const SOUND_COST = 0.45;

/** Factor that lowers the cost of a word that sounds like the wrong one. Swapped letters are exempt: they are not misheard. */
const HEARD = 0.8;

function heard(wrong: string, found: readonly Suggestion[]): Suggestion[] {
  const sound = soundOf(wrong);
  return found.map((each) =>
    each.cost > TRANSPOSITION && soundOf(each.word) === sound ? { ...each, cost: each.cost * HEARD } : each,
  );
}

/** Returns one of each pair that differs only in case ("Friends", "friends"): the one in the case of the wrong word. */
function oneOfEach(found: readonly Suggestion[], written: string): Suggestion[] {
  const isLower = written === written.toLowerCase();
  const byLetters = new Map<string, Suggestion>();
  for (const suggestion of found) {
    const letters = suggestion.word.toLowerCase();
    if (!byLetters.has(letters) || (letters === suggestion.word) === isLower) byLetters.set(letters, suggestion);
  }
  return [...byLetters.values()];
}

/** Returns how unlikely it is that a word was meant: its cost, less what its frequency makes up for. */
export function score({ cost, frequency }: Suggestion): number {
  return cost - FREQUENCY_WEIGHT * Math.log10(frequency + 1);
}

const RARELY_APART = 400;
const OFTEN_BESIDE_SMALL = 2_000;

/** Lists small words that people join to their neighbours: "inthe", "alot", "aswell". */
export const RUN_IN: ReadonlySet<string> = new Set("a an and as at be for in is it not of on so the to with".split(" "));

/**
 * Returns the ways to split a word into two common ones. It applies to English only: other languages write compounds as one word.
 */
function splits(word: string, { frequencyOf, correct }: LanguageWords): Suggestion[] {
  const found: Suggestion[] = [];
  for (let at = 1; at < word.length; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if ((left.length === 1 && left !== "a" && left !== "i") || right.length < 2) continue;
    const frequency = Math.min(frequencyOf(left), frequencyOf(right));
    if (frequency < RARELY_APART || !correct(left) || !correct(right)) continue;
    const isRunIn = RUN_IN.has(left) || RUN_IN.has(right);
    // Other words are rarely joined by mistake, so they are ranked as if they were a hundred times rarer.
    const isLikely = isRunIn && frequency >= OFTEN_BESIDE_SMALL;
    const cost = isLikely ? RUN_IN_COST : SPLIT_COST;
    found.push({ word: `${left} ${right}`, cost, frequency: isLikely ? frequency : frequency / 100 });
  }
  return found;
}

/** Returns the past tense in a word like "tooked". A past tense that is this common takes no further ending. */
function endedOnce(wrong: string, { frequencyOf, correct }: LanguageWords): Suggestion[] {
  const word = /^(.{3,})ed$/u.exec(wrong)?.[1] ?? "";
  const frequency = frequencyOf(word);
  return frequency >= ENDED_TWICE_FREQUENCY && correct(word) ? [{ word, cost: ENDED_TWICE_COST, frequency }] : [];
}

function inCaseOf(word: string, written: string): string {
  if (written.length > 1 && written === written.toUpperCase()) return word.toUpperCase();
  const first = written.charAt(0);
  return first === first.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
}
