import { FEATURES, NO_TAG, type Traits, traitsOf, writeFeatures } from "#worker/core/checks/grammar/engine/tag-features.ts";
import type { TaggedSentence } from "./read-tagged-sentences.ts";

const TAG_COUNT = NO_TAG;
/** Weights of each tag by the hash of a feature. */
export type Weights = ReadonlyMap<number, ArrayLike<number>>;
type Row = { weights: Float64Array; sums: Float64Array; changed: Int32Array };

/** Calls `visit` for each word that has a tag; `visit` returns the tag that the words after it see. */
export function forEachWord(
  { tokens, tags }: TaggedSentence,
  visit: (features: Int32Array, tag: number, at: number) => number,
): void {
  const traits: Traits[] = tokens.map((token, at) => traitsOf(token, tokens[at - 1]?.kind === "edge"));
  const features = new Int32Array(FEATURES);
  let [before, beforeThat] = [NO_TAG, NO_TAG];
  for (const [at, tag] of tags.entries()) {
    let own = NO_TAG;
    if (tag !== NO_TAG) {
      writeFeatures(traits, at, before, beforeThat, features);
      own = visit(features, tag, at);
    }
    [beforeThat, before] = tokens[at]?.kind === "edge" ? [NO_TAG, NO_TAG] : [before, own];
  }
}

/** Returns the index of the tag with the highest sum of weights. */
export function bestTag(weights: (feature: number) => ArrayLike<number> | undefined, features: Int32Array): number {
  const scores = new Float64Array(TAG_COUNT);
  for (const feature of features) {
    const row = weights(feature);
    if (row) for (let tag = 0; tag < TAG_COUNT; tag++) scores[tag] = (scores[tag] ?? 0) + (row[tag] ?? 0);
  }
  return scores.indexOf(Math.max(...scores));
}

/** Trains an averaged perceptron, for all features or those kept. The order of sentences is shuffled, the same each time. */
export function trainPerceptron(
  sentences: readonly TaggedSentence[],
  { epochs, kept }: { epochs: number; kept?: ReadonlySet<number> },
): Map<number, Float64Array> {
  const rows = new Map<number, Row>();
  let step = 0;
  const change = (feature: number, tag: number, by: number) => {
    if (kept && !kept.has(feature)) return;
    const row = rows.get(feature) ?? newRow();
    rows.set(feature, row);
    settle(row, tag, step);
    row.weights[tag] = (row.weights[tag] ?? 0) + by;
  };
  const order = [...sentences];
  const random = seededRandom();
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const sentence of order) {
      forEachWord(sentence, (features, tag) => {
        const guess = bestTag((feature) => rows.get(feature)?.weights, features);
        step++;
        if (guess !== tag)
          for (const feature of features) {
            change(feature, tag, 1);
            change(feature, guess, -1);
          }
        return guess;
      });
    }
  }
  return new Map([...rows].map(([feature, row]) => [feature, averageOf(row, step)]));
}

function newRow(): Row {
  return {
    weights: new Float64Array(TAG_COUNT),
    sums: new Float64Array(TAG_COUNT),
    changed: new Int32Array(TAG_COUNT),
  };
}

/** Adds the weight of a tag to its sum, for the steps since it changed. */
function settle({ weights, sums, changed }: Row, tag: number, step: number): void {
  sums[tag] = (sums[tag] ?? 0) + (step - (changed[tag] ?? 0)) * (weights[tag] ?? 0);
  changed[tag] = step;
}

function averageOf(row: Row, step: number): Float64Array {
  for (let tag = 0; tag < TAG_COUNT; tag++) settle(row, tag, step);
  return row.sums.map((sum) => sum / step);
}

function seededRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [list[at], list[other]];
    if (a === undefined || b === undefined) continue;
    list[at] = b;
    list[other] = a;
  }
}
