import { FEATURES, NO_TAG, type Traits, traitsOf, writeFeatures } from "./tag-features.ts";
import tagModel from "./tag-model.json" with { type: "json" };
import type { Token } from "./token.ts";

type Model = { slots: Int32Array; rows: Int32Array; weights: Int8Array };

/** Slots of the table of features: a power of two, above twice their number. */
const SLOTS = 1 << 17;
const EMPTY = -1;

let loaded: Model | undefined;

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** Unpacks the model at the first call: a table from hashes of features to rows of one weight for each tag. */
function modelOf(): Model {
  if (loaded) return loaded;
  const features = new Int32Array(bytesOf(tagModel.features).buffer);
  const counts = bytesOf(tagModel.counts);
  const tags = bytesOf(tagModel.tags);
  const packed = new Int8Array(bytesOf(tagModel.weights).buffer);
  const weights = new Int8Array(features.length * NO_TAG);
  const slots = new Int32Array(SLOTS);
  const rows = new Int32Array(SLOTS).fill(EMPTY);
  let at = 0;
  for (const [row, feature] of features.entries()) {
    let slot = slotOf(feature);
    while (rows[slot] !== EMPTY) slot = (slot + 1) & (SLOTS - 1);
    slots[slot] = feature;
    rows[slot] = row * NO_TAG;
    for (let left = counts[row] ?? 0; left > 0; left--, at++) weights[row * NO_TAG + (tags[at] ?? 0)] = packed[at] ?? 0;
  }
  loaded = { slots, rows, weights };
  return loaded;
}

function slotOf(feature: number): number {
  return (feature ^ (feature >>> 15)) & (SLOTS - 1);
}

/** Returns the index of the first weight of a feature, or -1 if the model has none. */
function rowOf({ slots, rows }: Model, feature: number): number {
  let slot = slotOf(feature);
  for (let row = rows[slot] ?? EMPTY; row !== EMPTY; row = rows[slot] ?? EMPTY) {
    if (slots[slot] === feature) return row;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return EMPTY;
}

/** Sets the tag of each word: its part of speech in this sentence, from the words around it and the tags of those before. */
export function tagWords(tokens: readonly Token[]): void {
  const model = modelOf();
  const traits: Traits[] = tokens.map((token, at) => traitsOf(token, tokens[at - 1]?.kind === "edge"));
  const features = new Int32Array(FEATURES);
  const scores = new Int32Array(NO_TAG);
  let [before, beforeThat] = [NO_TAG, NO_TAG];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "word") {
      writeFeatures(traits, at, before, beforeThat, features);
      token.tag = bestTag(model, features, scores);
    }
    [beforeThat, before] = token.kind === "edge" ? [NO_TAG, NO_TAG] : [before, token.tag];
  }
}

function bestTag(model: Model, features: Int32Array, scores: Int32Array): number {
  const { weights } = model;
  scores.fill(0);
  for (let k = 0; k < FEATURES; k++) {
    const row = rowOf(model, features[k] ?? 0);
    if (row === EMPTY) continue;
    for (let tag = 0; tag < NO_TAG; tag++) scores[tag] = (scores[tag] ?? 0) + (weights[row + tag] ?? 0);
  }
  let best = 0;
  for (let tag = 1; tag < NO_TAG; tag++) if ((scores[tag] ?? 0) > (scores[best] ?? 0)) best = tag;
  return best;
}
