import { NO_TAG } from "#worker/core/checks/grammar/engine/tag-features.ts";
import { SLOT_FEATURES } from "#worker/core/checks/grammar/slots/slot-features.ts";

/** Places in a row: for each its tag, then the hashes of its features. */
export type Places = { chunks: Int32Array[]; count: number };

const ROW = SLOT_FEATURES + 1;
const ROWS_A_CHUNK = 100_000;

/** Adds a place and the tag that is right there. */
export function addPlace(places: Places, tag: number, features: Int32Array): void {
  if (places.count % ROWS_A_CHUNK === 0) places.chunks.push(new Int32Array(ROW * ROWS_A_CHUNK));
  const chunk = places.chunks.at(-1);
  const at = (places.count % ROWS_A_CHUNK) * ROW;
  chunk?.set([tag], at);
  chunk?.set(features, at + 1);
  places.count++;
}

/** Calls `visit` with the chunk and the offset of each place. */
function eachPlace({ chunks, count }: Places, visit: (chunk: Int32Array, from: number) => void): void {
  for (const [index, chunk] of chunks.entries()) {
    const places = Math.min(ROWS_A_CHUNK, count - index * ROWS_A_CHUNK);
    for (let from = 0; from < places * ROW; from += ROW) visit(chunk, from);
  }
}

/** Counts how often each feature occurs, by the upper bits of its hash. */
function countFeatures(places: Places): Uint8Array {
  const counts = new Uint8Array(1 << 27);
  eachPlace(places, (chunk, from) => {
    for (let at = from + 1; at < from + ROW; at++) {
      const key = (chunk[at] ?? 0) >>> 5;
      if ((counts[key] ?? 0) < 255) counts[key] = (counts[key] ?? 0) + 1;
    }
  });
  return counts;
}

/** Replaces the hashes of features by indexes, in place; -1 for those that are rare. Returns the hash of each index. */
export function indexFeatures(places: Places, least: number): number[] {
  const counts = countFeatures(places);
  const indexes = new Map<number, number>();
  const features: number[] = [];
  eachPlace(places, (chunk, from) => {
    for (let at = from + 1; at < from + ROW; at++) {
      const feature = chunk[at] ?? 0;
      if ((counts[feature >>> 5] ?? 0) < least) {
        chunk[at] = -1;
        continue;
      }
      const known = indexes.get(feature);
      chunk[at] = known ?? features.length;
      if (known === undefined) indexes.set(feature, features.push(feature) - 1);
    }
  });
  return features;
}

const LEAST_STEP = 2e-3;
const DECAY = 1e-5;

/** Trains a softmax over tags by AdaGrad and returns a weight of each tag for each feature. A quarter of the features is left out at random. */
export function trainSoftmax(places: Places, features: number, rates: readonly number[]): Float32Array {
  const weights = new Float32Array(features * NO_TAG);
  const squares = new Float32Array(features * NO_TAG).fill(0.5);
  const scores = new Float64Array(NO_TAG);
  let random = 1;
  for (const rate of rates) {
    let right = 0;
    eachPlace(places, (chunk, from) => {
      const gold = chunk[from] ?? 0;
      if (softmax(weights, chunk, from, scores) === gold) right++;
      for (let tag = 0; tag < NO_TAG; tag++) {
        const step = (scores[tag] ?? 0) - Number(tag === gold);
        if (step < LEAST_STEP && step > -LEAST_STEP) continue;
        for (let at = from + 1; at < from + ROW; at++) {
          const feature = chunk[at] ?? -1;
          random = (Math.imul(random, 1664525) + 1013904223) | 0;
          if (feature < 0 || (at > from + 1 && random >>> 30 === 0)) continue;
          const cell = feature * NO_TAG + tag;
          const weight = weights[cell] ?? 0;
          const change = step + DECAY * weight;
          const square = (squares[cell] ?? 0) + change * change;
          squares[cell] = square;
          weights[cell] = weight - (rate * change) / Math.sqrt(square);
        }
      }
    });
    process.stdout.write(`  ${((100 * right) / places.count).toFixed(1)} % of ${places.count} tags guessed from the context\n`);
  }
  return weights;
}

/** Writes the probability of each tag into `scores` and returns the likeliest. */
function softmax(weights: Float32Array, chunk: Int32Array, from: number, scores: Float64Array): number {
  scores.fill(0);
  for (let at = from + 1; at < from + ROW; at++) {
    const feature = chunk[at] ?? -1;
    if (feature < 0) continue;
    const row = feature * NO_TAG;
    for (let tag = 0; tag < NO_TAG; tag++) scores[tag] = (scores[tag] ?? 0) + (weights[row + tag] ?? 0);
  }
  let best = 0;
  for (let tag = 1; tag < NO_TAG; tag++) if ((scores[tag] ?? 0) > (scores[best] ?? 0)) best = tag;
  const most = scores[best] ?? 0;
  let sum = 0;
  for (let tag = 0; tag < NO_TAG; tag++) {
    const power = Math.exp((scores[tag] ?? 0) - most);
    scores[tag] = power;
    sum += power;
  }
  for (let tag = 0; tag < NO_TAG; tag++) scores[tag] = (scores[tag] ?? 0) / sum;
  return best;
}
