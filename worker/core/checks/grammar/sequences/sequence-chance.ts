import { countOf } from "./sequence-counts.ts";
import sequenceModel from "./sequence-model.json" with { type: "json" };
import { EDGE } from "./sequence-words.ts";

/** The part of each count that is given to sequences that the texts lack. */
const DISCOUNT = 0.75;

/** The hashes of the two words before a place and the two after it. */
export type Around = { lastButOne: number; last: number; next: number; nextButOne: number };

/** Returns what is around the word at an index, from the hashes of its text's words. */
export function aroundAt(hashes: ArrayLike<number>, at: number): Around {
  const hashAt = (index: number) => hashes[index] ?? EDGE;
  return { lastButOne: hashAt(at - 2), last: hashAt(at - 1), next: hashAt(at + 1), nextButOne: hashAt(at + 2) };
}

/** The counts of a word alone and with its neighbours, and the logarithm of its chance there, up to a constant of the place. */
export type Beside = { alone: number; last: number; next: number; between: number; log: number };

/** Judges a word in one place; null for one that was counted with neither neighbour, if only others matter. */
export type Judge = (word: number, isOnlyIfSeen?: boolean) => Beside | null;

const chanceAlone = (count: number) => (count + 0.5) / sequenceModel.total;

/** Returns how probable a word is after another that is written `all` times; `alone` is its chance anywhere. */
function chanceAfterOne(all: number, together: number, alone: number): number {
  if (all === 0) return alone;
  // The number of different words that follow grows more slowly than the uses.
  const different = 1.5 * all ** 0.7;
  return Math.min(1, (Math.max(together - DISCOUNT, 0) + DISCOUNT * different * alone) / all);
}

/** Returns how probable a word is after two others that are written `all` times; `shorter` is its chance after the second alone. */
function chanceAfterTwo(all: number, together: number, shorter: number): number {
  if (all === 0) return shorter;
  const different = Math.min(all, 1 + all ** 0.75);
  return (Math.max(together - DISCOUNT, 0) + DISCOUNT * different * shorter) / all;
}

/** Returns a function that judges how probable a word, given by its hash, is in one place. */
export function judgePlace({ lastButOne, last, next, nextButOne }: Around): Judge {
  const before = countOf(lastButOne, last);
  const lastAlone = countOf(last);
  const nextChance = chanceAlone(countOf(next));
  const afterNext = chanceAfterOne(countOf(next), countOf(next, nextButOne), chanceAlone(countOf(nextButOne)));
  return (word, isOnlyIfSeen = false) => {
    const withLast = countOf(last, word);
    const withNext = countOf(word, next);
    if (isOnlyIfSeen && withLast === 0 && withNext === 0) return null;
    const alone = countOf(word);
    const between = withLast > 0 && withNext > 0 ? countOf(last, word, next) : 0;
    const here = chanceAfterOne(lastAlone, withLast, chanceAlone(alone));
    const chance =
      chanceAfterTwo(before, withLast > 0 ? countOf(lastButOne, last, word) : 0, here) *
      chanceAfterTwo(withLast, between, chanceAfterOne(alone, withNext, nextChance)) *
      chanceAfterTwo(withNext, withNext > 0 ? countOf(word, next, nextButOne) : 0, afterNext);
    return { alone, last: withLast, next: withNext, between, log: Math.log(chance) };
  };
}

/** Returns the logarithm of how probable two words are directly after two others, up to a constant of the place. */
export function logWithout({ lastButOne, last, next, nextButOne }: Around): number {
  return Math.log(chanceAfter(lastButOne, last, next) * chanceAfter(last, next, nextButOne));
}

/** Returns the same logarithm with a word between the two before and the two after. */
export function logInserted(word: number, { lastButOne, last, next, nextButOne }: Around): number {
  return Math.log(chanceAfter(lastButOne, last, word) * chanceAfter(last, word, next) * chanceAfter(word, next, nextButOne));
}

/** Returns the logarithm of how probable each word of a row is after the two before it. The first two are given. */
export function logOfRow(words: readonly number[]): number {
  let sum = 0;
  for (let at = 2; at < words.length; at++)
    sum += Math.log(chanceAfter(words[at - 2] ?? 0, words[at - 1] ?? 0, words[at] ?? 0));
  return sum;
}

/** Returns how probable a word is after two others. All are hashes. */
function chanceAfter(first: number, second: number, word: number): number {
  const shorter = chanceAfterOne(countOf(second), countOf(second, word), chanceAlone(countOf(word)));
  return chanceAfterTwo(countOf(first, second), countOf(first, second, word), shorter);
}
