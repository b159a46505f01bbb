import type { Made } from "./read-choices.ts";

/** Features in the order in which they were met, where the weights of each begin (one more at the end), and all weights. */
export type Weights = { keys: Int32Array; starts: Int32Array; weights: Float32Array };

const LEAST_COUNT = 4;
const EPOCHS = 3;
const RATE = 0.15;
/** Stronger decay, or leaving features out at random, found fewer slips at the same number of alarms. */
const DECAY = 2e-6;
const CHUNK = 1 << 24;

/** Fits a softmax over the options of each choice by stochastic gradient descent (AdaGrad). A feature seen fewer than four times is left out. */
export function trainWeights(choices: Iterable<Made>, log: (line: string) => void): Weights {
  const { chunks, counts } = store(choices);
  const { keys, starts } = number(chunks, counts);
  const total = starts.at(-1) ?? 0;
  const [weights, squares] = [new Float32Array(total), new Float32Array(total).fill(0.1)];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    let [loss, count] = [0, 0];
    for (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += 3 + (chunk[at + 2] ?? 0)) {
        loss += learn(chunk, at, weights, squares);
        count++;
      }
    }
    log(`epoch ${epoch + 1}: loss ${(loss / count).toFixed(4)} over ${count} choices`);
  }
  return { keys, starts: Int32Array.from(starts), weights };
}

/** Keeps choices as numbers in a row: options, gold, features. */
function store(choices: Iterable<Made>): { chunks: Int32Array[]; counts: Uint8Array } {
  const chunks: Int32Array[] = [];
  const counts = new Uint8Array(1 << 28);
  let [chunk, used] = [new Int32Array(CHUNK), 0];
  for (const { gold, options, features } of choices) {
    if (used + features.length + 3 > CHUNK) {
      chunks.push(chunk.subarray(0, used));
      [chunk, used] = [new Int32Array(CHUNK), 0];
    }
    chunk.set([options, gold, features.length, ...features], used);
    used += features.length + 3;
    for (const feature of features) counts[feature >>> 4] = Math.min(255, (counts[feature >>> 4] ?? 0) + 1);
  }
  chunks.push(chunk.subarray(0, used));
  return { chunks, counts };
}

const BITS = 25;

/** Replaces each feature in the chunks by the place of its weights, or by -1. */
function number(chunks: readonly Int32Array[], counts: Uint8Array): { keys: Int32Array; starts: number[] } {
  const mask = (1 << BITS) - 1;
  const [table, places] = [new Int32Array(1 << BITS), new Int32Array(1 << BITS).fill(-1)];
  const [keys, starts]: [number[], number[]] = [[], []];
  let total = 0;
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const [options, length] = [chunk[at] ?? 0, chunk[at + 2] ?? 0];
      for (let one = at + 3; one < at + 3 + length; one++) {
        const feature = chunk[one] ?? 0;
        chunk[one] = -1;
        if ((counts[feature >>> 4] ?? 0) < LEAST_COUNT) continue;
        let slot = Math.imul(feature, 0x9e3779b1) >>> (32 - BITS);
        while (places[slot] !== -1 && table[slot] !== feature) slot = (slot + 1) & mask;
        if (places[slot] === -1) {
          [table[slot], places[slot]] = [feature, total];
          keys.push(feature);
          starts.push(total);
          total += options;
        }
        chunk[one] = places[slot] ?? -1;
      }
      at += 3 + length;
    }
  }
  return { keys: Int32Array.from(keys), starts: [...starts, total] };
}

const active = new Int32Array(128);
const scores = new Float64Array(16);

/** Moves the weights towards what was written; returns how surprising that was. */
function learn(chunk: Int32Array, at: number, weights: Float32Array, squares: Float32Array): number {
  const [options, gold, length] = [chunk[at] ?? 0, chunk[at + 1] ?? 0, chunk[at + 2] ?? 0];
  let used = 0;
  for (let one = 0; one < length; one++) {
    const place = chunk[at + 3 + one] ?? -1;
    if (place >= 0) active[used++] = place;
  }
  let top = Number.NEGATIVE_INFINITY;
  for (let option = 0; option < options; option++) {
    let score = 0;
    for (let one = 0; one < used; one++) score += weights[(active[one] ?? 0) + option] ?? 0;
    scores[option] = score;
    top = Math.max(top, score);
  }
  let [all, right] = [0, 0];
  for (let option = 0; option < options; option++) {
    const chance = Math.exp((scores[option] ?? 0) - top);
    scores[option] = chance;
    all += chance;
    if ((gold >> option) & 1) right += chance;
  }
  for (let option = 0; option < options; option++) {
    const chance = scores[option] ?? 0;
    const slope = chance / all - ((gold >> option) & 1 ? chance / right : 0);
    if (Math.abs(slope) < 1e-4) continue;
    for (let one = 0; one < used; one++) {
      const place = (active[one] ?? 0) + option;
      const step = slope + DECAY * (weights[place] ?? 0);
      squares[place] = (squares[place] ?? 0) + step * step;
      weights[place] = (weights[place] ?? 0) - (RATE * step) / Math.sqrt(squares[place] ?? 1);
    }
  }
  return -Math.log(right / all + 1e-12);
}
