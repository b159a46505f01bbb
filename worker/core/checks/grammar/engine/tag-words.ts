import { bytesOfBase64 } from "./bytes-of-base64.ts";
import { FEATURES, NO_TAG, type Traits, traitsOf, writeFeatures } from "./tag-features.ts";
import tagModel from "./tag-model.json" with { type: "json" };
import type { Token } from "./token.ts";

type Model = { slots: Int32Array; rows: Int32Array; weights: Int8Array };

/** Slots of the table of features: a power of two, above twice their number. */
const SLOTS = 1 << 17;
const EMPTY = -1;

let loaded: Model | undefined;

/** Unpacks the model at the first call: a table from hashes of features to rows of one weight for each tag. */
function modelOf(): Model {
  if (loaded) return loaded;
  const features = new Int32Array(bytesOfBase64(tagModel.features).buffer);
  const counts = bytesOfBase64(tagModel.counts);
  const tags = bytesOfBase64(tagModel.tags);
  const packed = new Int8Array(bytesOfBase64(tagModel.weights).buffer);
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

const features = new Int32Array(FEATURES);
const scores = new Int32Array(NO_TAG);
/** Words on each side that the tag of a word depends on. */
export const TAG_REACH = 2;

/**
 * Sets the tag of each word: its part of speech in this sentence, from the words around it and the tags of those before. With a range,
 * sets only the tags from `from` up to `to`.
 */
export function tagWords(tokens: readonly Token[], { from, to } = { from: 0, to: tokens.length }): void {
  const model = modelOf();
  const traits: Traits[] = new Array(tokens.length);
  const last = Math.min(tokens.length, to + TAG_REACH);
  for (let at = Math.max(0, from - TAG_REACH); at < last; at++) {
    const token = tokens[at];
    if (token) traits[at] = traitsOf(token, tokens[at - 1]?.kind === "edge");
  }
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.kind !== "word") continue;
    const before = tagAt(tokens, at - 1);
    writeFeatures(traits, at, before, tokens[at - 1]?.kind === "edge" ? NO_TAG : tagAt(tokens, at - 2), features);
    token.tag = bestTag(model, features, scores);
  }
}

const tagAt = (tokens: readonly Token[], at: number) => tokens[at]?.tag ?? NO_TAG;

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
