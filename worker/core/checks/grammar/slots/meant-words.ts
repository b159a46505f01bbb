import { adjectiveOf, adverbOf, nounOf } from "../engine/derive-word.ts";
import { classesOf, inflectVerb, pluralOf, singularOf, verbOf, WORD_CLASS } from "../engine/word-class.ts";
import { nearCommonWords } from "./near-index.ts";
import { isSameWord } from "./same-word.ts";
import { SOUND_ALIKES } from "./sound-alikes.ts";
import { isCommon } from "./word-uses.ts";

const { N, P, V } = WORD_CLASS;

/** Costs of kinds of mistakes: the negative logarithm of how often each is made. */
export const MISTAKE_COST = {
  soundAlike: 4,
  form: 4.5,
  nounOfVerb: 5.5,
  near: 7,
  nearShort: 8,
  nearShortest: 9,
  firstLetter: 1,
} as const;
const MOST_CACHED = 20_000;

const cache = new Map<string, ReadonlyMap<string, number>>();

/** Returns the words that may be meant by another, and what each mistake costs: its forms, words that sound like it, near words. */
export function meantBy(word: string): ReadonlyMap<string, number> {
  const cached = cache.get(word);
  if (cached) return cached;
  if (cache.size >= MOST_CACHED) cache.clear();
  const meant = findMeant(word);
  cache.set(word, meant);
  return meant;
}

function findMeant(word: string): ReadonlyMap<string, number> {
  const meant = new Map<string, number>();
  const add = (other: string | null, cost: number) => {
    if (other === null || other === word || !isCommon(other) || isSameWord(word, other)) return;
    meant.set(other, Math.min(cost, meant.get(other) ?? cost));
  };
  for (const other of SOUND_ALIKES.get(word) ?? []) add(other, MISTAKE_COST.soundAlike);
  for (const form of formsOf(word)) add(form, MISTAKE_COST.form);
  const classes = classesOf(word);
  if (classes & V) add(nounOf(word), MISTAKE_COST.nounOfVerb);
  const near = word.length <= 2 ? MISTAKE_COST.nearShortest : word.length === 3 ? MISTAKE_COST.nearShort : MISTAKE_COST.near;
  for (const other of nearCommonWords(word)) add(other, other[0] === word[0] ? near : near + MISTAKE_COST.firstLetter);
  return meant;
}

function formsOf(word: string): (string | null)[] {
  const classes = classesOf(word);
  const verb = verbOf(word);
  const isVerb = (classesOf(verb) & V) !== 0;
  return [
    ...(isVerb ? [verb, ...(["Z", "D", "C", "G"] as const).map((as) => inflectVerb(verb, as))] : []),
    classes & N ? pluralOf(word) : null,
    classes & P ? singularOf(word) : null,
    adverbOf(word),
    adjectiveOf(word),
  ];
}
