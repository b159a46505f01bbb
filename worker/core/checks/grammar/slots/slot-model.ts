import { bytesOfBase64 } from "../engine/bytes-of-base64.ts";
import { NO_TAG } from "../engine/tag-features.ts";
import { SLOT_FEATURES, type SlotTraits, writeSlotFeatures } from "./slot-features.ts";
import slotModel from "./slot-model.json" with { type: "json" };

type Model = { slots: Int32Array; rows: Int32Array; weights: Int8Array };

/** Slots of the table of features: a power of two, above twice their number. */
const SLOTS = 1 << 17;
const EMPTY = -1;
/** Exponent of the probabilities: the model is surer of itself than it is right. */
const CALM = 0.8;
/** Share of the probability that all tags have together in any place. */
const FLOOR = 0.002;

let loaded: Model | undefined;

const slotOf = (feature: number) => (feature ^ (feature >>> 15)) & (SLOTS - 1);

/** Unpacks the model at the first call: a table from hashes of features to rows of one weight for each tag. */
function modelOf(): Model {
  if (loaded) return loaded;
  const features = new Int32Array(bytesOfBase64(slotModel.features).buffer);
  const counts = bytesOfBase64(slotModel.counts);
  const tags = bytesOfBase64(slotModel.tags);
  const packed = new Int8Array(bytesOfBase64(slotModel.weights).buffer);
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

function rowOf({ slots, rows }: Model, feature: number): number {
  let slot = slotOf(feature);
  for (let row = rows[slot] ?? EMPTY; row !== EMPTY; row = rows[slot] ?? EMPTY) {
    if (slots[slot] === feature) return row;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return EMPTY;
}

const features = new Int32Array(SLOT_FEATURES);
const scores = new Int32Array(NO_TAG);

/** Writes into `out` how probable each part of speech is in a place, by the words around it alone. */
export function writeChances(traits: SlotTraits, at: number, out: Float64Array): void {
  const model = modelOf();
  const { weights } = model;
  writeSlotFeatures(traits, at, features);
  scores.fill(0);
  for (let index = 0; index < SLOT_FEATURES; index++) {
    const row = rowOf(model, features[index] ?? 0);
    if (row === EMPTY) continue;
    for (let tag = 0; tag < NO_TAG; tag++) scores[tag] = (scores[tag] ?? 0) + (weights[row + tag] ?? 0);
  }
  let most = scores[0] ?? 0;
  for (let tag = 1; tag < NO_TAG; tag++) most = Math.max(most, scores[tag] ?? 0);
  let sum = 0;
  for (let tag = 0; tag < NO_TAG; tag++) {
    const power = Math.exp(((scores[tag] ?? 0) - most) * slotModel.step * CALM);
    out[tag] = power;
    sum += power;
  }
  for (let tag = 0; tag < NO_TAG; tag++) out[tag] = ((out[tag] ?? 0) / sum) * (1 - FLOOR) + FLOOR / NO_TAG;
}
