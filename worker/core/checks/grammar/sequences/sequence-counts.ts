import { bytesOfBase64 } from "../engine/bytes-of-base64.ts";
import sequenceModel from "./sequence-model.json" with { type: "json" };

/** Slots of the table, a power of two. */
export const SLOTS = 1 << 21;
/** Bits of a cell for the logarithm of the count; the others tell which sequence it is of. */
const COUNT_BITS = 5;
const COUNT_MASK = (1 << COUNT_BITS) - 1;
const MARK_BITS = 16 - COUNT_BITS;
/** Steps of the logarithm to the base 2. */
const STEPS = 1.5;

const PRIME = 0x01000193;

/** Returns the hash of a sequence of up to three words. */
export function sequenceHash(first: number, second = 0, third = 0): number {
  let hash = Math.imul(0x811c9dc5 ^ first, PRIME) ^ (first >>> 15);
  hash = Math.imul(hash ^ second, PRIME) ^ (second >>> 13);
  hash = Math.imul(hash ^ third, PRIME) ^ (third >>> 11);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Returns the slot from which on a sequence lies in the table. */
export const slotOf = (hash: number) => (hash ^ (hash >>> 15)) & (SLOTS - 1);

/** Returns the mark that tells a sequence from others. */
export const markOf = (hash: number) => Math.imul(hash, 0x9e3779b1) >>> (32 - MARK_BITS);

/** Returns the cell for a sequence and its count, which is at least 1. */
export function cellOf(mark: number, count: number): number {
  return (mark << COUNT_BITS) | Math.min(COUNT_MASK, 1 + Math.round(STEPS * Math.log2(count)));
}

const COUNT_OF = Float64Array.from({ length: COUNT_MASK + 1 }, (_, level) => (level === 0 ? 0 : 2 ** ((level - 1) / STEPS)));

let loaded: Uint16Array | undefined;

/** Unpacks the table at the first call: a bit for each slot that is used, and the cells of those. */
function tableOf(): Uint16Array {
  const used = bytesOfBase64(sequenceModel.used);
  const cells = new Uint16Array(bytesOfBase64(sequenceModel.cells).buffer);
  const table = new Uint16Array(SLOTS);
  let at = 0;
  for (let slot = 0; slot < SLOTS; slot++)
    if (((used[slot >> 3] ?? 0) & (1 << (slot & 7))) !== 0) table[slot] = cells[at++] ?? 0;
  loaded = table;
  return table;
}

/** Returns about how often a sequence of one to three words, given by their hashes, was counted; 0 if it was seldom or never. */
export function countOf(first: number, second = 0, third = 0): number {
  const table = loaded ?? tableOf();
  const hash = sequenceHash(first, second, third);
  const mark = markOf(hash);
  let slot = slotOf(hash);
  for (let cell = table[slot] ?? 0; cell !== 0; cell = table[slot] ?? 0) {
    if (cell >>> COUNT_BITS === mark) return COUNT_OF[cell & COUNT_MASK] ?? 0;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return 0;
}

/** Returns true if a word, given by its hash, was counted. */
export function isCounted(word: number): boolean {
  return countOf(word) > 0;
}
