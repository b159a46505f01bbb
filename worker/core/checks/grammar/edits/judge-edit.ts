import { NO_TAG } from "../engine/tag-features.ts";
import type { FixReading } from "../reader/fix-readings.ts";
import type { EditKind } from "./edit.ts";
import type { EditFeatures } from "./edit-features.ts";
import editWeights from "./edit-weights.json" with { type: "json" };

/** Weights of one kind of corrections: of the numbers, of each part of speech in each place around, and of the small words. */
export type EditWeights = {
  numbers: readonly number[];
  tags: readonly (readonly number[])[];
  words: Readonly<Record<string, number>>;
};

/** Least doubt of the sentence reader about what is written, from which on it reads the correction. */
export const LEAST_DOUBT = -3;
/** The number of parts of speech, with one for marks and edges. */
export const TAG_CHOICES = NO_TAG + 1;

const WEIGHTS: Readonly<Record<EditKind, EditWeights & { reading: readonly number[] }>> = editWeights;

/** Returns how likely a correction is by the words beside it: the logarithm of the odds that it is needed, up to a constant. */
export function chanceByWords(kind: EditKind, features: EditFeatures): number {
  return weighFeatures(WEIGHTS[kind], features);
}

/** Returns how sure a correction is, by the words beside it and by the sentence reader, on the same scale. */
export function sureness(kind: EditKind, chance: number, reading: FixReading): number {
  const weights = WEIGHTS[kind].reading;
  return numbersOfReading(chance, reading).reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}

export function weighFeatures(weights: EditWeights, { numbers, tags, words }: EditFeatures): number {
  let sum = 0;
  for (const [at, value] of numbers.entries()) sum += value * (weights.numbers[at] ?? 0);
  for (const [at, tag] of tags.entries()) sum += weights.tags[at]?.[tag] ?? 0;
  for (const word of words) sum += weights.words[word] ?? 0;
  return sum;
}

/** Lists what a reading weighs, in the order of the weights. */
export function numbersOfReading(chance: number, { written, fixed }: FixReading): number[] {
  return [1, chance, written.inPlace, written.around, fixed.inPlace, fixed.around];
}
