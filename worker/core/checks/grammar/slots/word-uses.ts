import { NO_TAG, TAGS } from "../engine/tag-features.ts";
import { classesOf, WORD_CLASS } from "../engine/word-class.ts";
import slotModel from "./slot-model.json" with { type: "json" };

const { N, P, V, Z, D, C, G, J, R, K, S, U } = WORD_CLASS;

/** Maps parts of speech to the classes of words that can be them. */
const CLASSES: Readonly<Record<string, number>> = {
  ...{ NN: N | G, NNS: P, VB: V, VBP: V, VBZ: Z, VBD: D, VBN: C, VBG: G, JJ: J | C | G, JJR: K, JJS: S },
  ...{ RB: R, RBR: K, RBS: S, CD: U },
};
const CLASS_OF_TAG = TAGS.map((tag) => CLASSES[tag] ?? 0);
/** Classes that words are counted as when the texts lack them: a gerund is first of all a verb. */
const FIRST_CLASS_OF_TAG = TAGS.map((tag) => (tag === "NN" ? N : tag === "JJ" ? J : (CLASSES[tag] ?? 0)));
/** Share of a word's uses from which on a part of speech is one that it can be. */
const LEAST_SHARE = 0.01;
const LEAST_USED = 2;
/** Uses that are added to those of a part of speech, so that rare words are not likely in it. */
const UNSEEN = 50;
/** Uses from which on a word may be meant by another. */
const COMMON = 20;
const MOST_CACHED = 20_000;

/** Uses of a word: the number as each part of speech, and those that are possible, as bits. */
export type WordUses = { counts: Float64Array; total: number; possible: number };

type Table = { cells: Map<string, string>; totals: Float64Array; common: Set<string> };
let table: Table | undefined;

/** Unpacks the counts at the first call: words, each with letters for parts of speech and numbers of uses. */
function tableOf(): Table {
  if (table) return table;
  const cells = new Map<string, string>();
  const totals = new Float64Array(NO_TAG);
  const common = new Set<string>();
  for (const entry of slotModel.words.split(" ")) {
    const at = entry.search(/[^a-z']/u);
    const packed = entry.slice(at);
    const uses = usesIn(packed);
    cells.set(entry.slice(0, at), packed);
    for (const { tag, count } of uses) totals[tag] = (totals[tag] ?? 0) + count;
    if (uses.reduce((sum, { count }) => sum + count, 0) >= COMMON) common.add(entry.slice(0, at));
  }
  table = { cells, totals, common };
  return table;
}

function usesIn(packed: string): { tag: number; count: number }[] {
  return [...packed.matchAll(/([A-_])(\d+)/gu)].map(([, letter = "A", count]) => ({
    tag: letter.charCodeAt(0) - "A".charCodeAt(0),
    count: Number(count),
  }));
}

const cache = new Map<string, WordUses>();

/** Returns the uses of a word in lower case, counted in texts or, if these lack it, known from its classes. */
export function usesOf(word: string): WordUses {
  const cached = cache.get(word);
  if (cached) return cached;
  if (cache.size >= MOST_CACHED) cache.clear();
  const uses = countUses(word);
  cache.set(word, uses);
  return uses;
}

function countUses(word: string): WordUses {
  const counts = new Float64Array(NO_TAG);
  const classes = classesOf(word);
  const packed = usesIn(tableOf().cells.get(word) ?? "");
  const seen = packed.reduce((sum, { count }) => sum + count, 0);
  let possible = 0;
  for (const { tag, count } of packed) {
    counts[tag] = count;
    const isRare = count === 0;
    if (isRare || (count >= LEAST_USED && count >= LEAST_SHARE * seen)) possible |= 1 << tag;
  }
  const listed = FIRST_CLASS_OF_TAG.filter((bits) => (bits & classes) !== 0).length;
  for (let tag = 0; tag < NO_TAG; tag++) {
    if (((CLASS_OF_TAG[tag] ?? 0) & classes) !== 0) possible |= 1 << tag;
    if (((FIRST_CLASS_OF_TAG[tag] ?? 0) & classes) !== 0) counts[tag] = (counts[tag] ?? 0) + 1 / listed;
  }
  return { counts, total: counts.reduce((sum, count) => sum + count, 0), possible };
}

/** Returns the words that are used often enough to be meant by others. */
export function commonWords(): ReadonlySet<string> {
  return tableOf().common;
}

/** Returns true for a word that is used often enough to be meant by another. */
export function isCommon(word: string): boolean {
  return tableOf().common.has(word);
}

/** Returns the logarithm of how probable a word is in a place where each part of speech has a chance. */
export function logChance({ counts }: WordUses, chances: Float64Array): number {
  const { totals } = tableOf();
  let sum = 1e-12;
  for (let tag = 0; tag < NO_TAG; tag++) sum += ((chances[tag] ?? 0) * (counts[tag] ?? 0)) / ((totals[tag] ?? 0) + UNSEEN);
  return Math.log(sum);
}

/** Returns how well a word fits by its usual parts of speech, from 0 to 1. */
export function usualFit({ counts, total }: WordUses, chances: Float64Array): number {
  let sum = 0;
  for (let tag = 0; tag < NO_TAG; tag++) sum += (chances[tag] ?? 0) * (counts[tag] ?? 0);
  return total === 0 ? 0 : sum / total;
}

/** Returns the chance of a place to have any part of speech that a word can be. */
export function bestFit({ possible }: WordUses, chances: Float64Array): number {
  let sum = 0;
  for (let tag = 0; tag < NO_TAG; tag++) if (possible & (1 << tag)) sum += chances[tag] ?? 0;
  return sum;
}
