import type { Weights } from "./train-weights.ts";

const SCALE = 0.04;

/** A table as choice-model.ts reads it: its bytes, how many features are in it, and what one step of a weight is. */
export type PackedTable = { scale: number; features: number; table: string };

/** Keeps the features that say most, in so many bytes: weights of 8 bits, keys as distances from one to the next. */
export function packTable({ keys, starts, weights }: Weights, mostBytes: number): PackedTable {
  const order = byKey(keys);
  const sizes = Float32Array.from(keys, (_, at) => centre(weights, starts[at] ?? 0, starts[at + 1] ?? 0));
  let [low, high] = [0, 1.2];
  for (let round = 0; round < 5; round++) {
    const middle = (low + high) / 2;
    if (pack({ keys, starts, weights }, order, sizes, middle).bytes.length > mostBytes) low = middle;
    else high = middle;
  }
  const { bytes, features } = pack({ keys, starts, weights }, order, sizes, high);
  return { scale: SCALE, features, table: Buffer.from(bytes).toString("base64") };
}

/** The places of the keys in the order of the keys as whole numbers. */
function byKey(keys: Int32Array): number[] {
  const sorted = BigUint64Array.from(
    { length: keys.length },
    (_, at) => (BigInt((keys[at] ?? 0) >>> 0) << 32n) | BigInt(at),
  ).sort();
  return Array.from(sorted, (both) => Number(both & 0xffffffffn));
}

/** Takes the mean from a feature's weights, which changes no choice; returns the largest that is left. */
function centre(weights: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += weights[at] ?? 0;
  let most = 0;
  for (let at = from; at < to; at++) {
    weights[at] = (weights[at] ?? 0) - sum / (to - from);
    most = Math.max(most, Math.abs(weights[at] ?? 0));
  }
  return most;
}

function pack({ keys, starts, weights }: Weights, order: readonly number[], sizes: Float32Array, least: number) {
  const bytes: number[] = [];
  let [last, features] = [0, 0];
  for (const at of order) {
    if ((sizes[at] ?? 0) < least) continue;
    const written: number[] = [];
    let options = 0;
    for (let place = starts[at] ?? 0, option = 0; place < (starts[at + 1] ?? 0); place++, option++) {
      const weight = weights[place] ?? 0;
      if (Math.abs(weight) < Math.max(least * 0.4, SCALE / 2)) continue;
      options |= 1 << option;
      written.push(Math.max(-127, Math.min(127, Math.round(weight / SCALE))) & 255);
    }
    if (options === 0) continue;
    const key = (keys[at] ?? 0) >>> 0;
    let distance = key - last;
    last = key;
    features++;
    for (; distance >= 128; distance = Math.floor(distance / 128)) bytes.push((distance % 128) | 128);
    bytes.push(distance, options & 255, options >> 8, ...written);
  }
  return { bytes, features };
}
