import { NO_TAG } from "../engine/tag-features.ts";
import type { EditKind } from "./edit.ts";
import type { EditFeatures } from "./edit-features.ts";
import editWeights from "./edit-weights.json" with { type: "json" };

/** Weights of one kind of corrections: of the numbers, of each part of speech in each place around, and of the small words. */
export type EditWeights = {
  numbers: readonly number[];
  tags: readonly (readonly number[])[];
  words: Readonly<Record<string, number>>;
};

/** The number of parts of speech, with one for marks and edges. */
export const TAG_CHOICES = NO_TAG + 1;

const WEIGHTS: Readonly<Record<EditKind, EditWeights>> = editWeights;

/** Returns how sure a correction is: the logarithm of the odds that it is needed, up to a constant of the texts that were fitted to. */
export function sureness(kind: EditKind, { numbers, tags, words }: EditFeatures): number {
  const weights = WEIGHTS[kind];
  let sum = 0;
  for (const [at, value] of numbers.entries()) sum += value * (weights.numbers[at] ?? 0);
  for (const [at, tag] of tags.entries()) sum += weights.tags[at]?.[tag] ?? 0;
  for (const word of words) sum += weights.words[word] ?? 0;
  return sum;
}
