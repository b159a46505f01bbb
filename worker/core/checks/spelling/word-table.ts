import { fnvHash } from "../../text/fnv-hash.ts";
/**
 * Holds words in a few arrays that threads can share: 200,000 words take about 10 MB, but a Map of strings takes 60 MB per
 * thread. They are sorted by length, so that the candidates for a wrong word are in one range.
 */
export type PackedWords = {
  /** Holds the UTF-16 code units of all words in a row; `lower` holds the same in lower case. */
  codes: Uint16Array;
  lower: Uint16Array;
  /** Holds the index in `codes` at which each word begins, and finally the end of the last one. */
  starts: Uint32Array;
  /** Holds the index of the first word of each length, and finally the number of words. */
  byLength: Uint32Array;
  frequencies: Float32Array;
  /** Holds a bit for each list that a word is in. */
  bits: Uint8Array;
  /** Holds a bit for each letter that a word has (see `letterMask`). */
  masks: Uint32Array;
  /** Holds an open-addressed hash table of the words: index + 1, or 0 if empty. Its length is a power of two. */
  slots: Uint32Array;
};

export type WordEntry = { frequency: number; bits: number };

/** Length of the longest word in a table. Longer words are left out, so they are never right. */
export const LONGEST_WORD = 60;

/** Packs words into arrays that threads can share. Omits words that are too long or change their length in lower case. */
export function packWords(words: ReadonlyMap<string, WordEntry>): PackedWords {
  const entries = sortByLength(words);
  const letters = entries.reduce((sum, { word }) => sum + word.length, 0);
  let slots = 1024;
  while (slots < entries.length * 2) slots *= 2;
  const packed: PackedWords = {
    codes: new Uint16Array(shared(letters * 2)),
    lower: new Uint16Array(shared(letters * 2)),
    starts: new Uint32Array(shared((entries.length + 1) * 4)),
    byLength: new Uint32Array(shared((LONGEST_WORD + 2) * 4)),
    frequencies: new Float32Array(shared(entries.length * 4)),
    bits: new Uint8Array(shared(entries.length)),
    masks: new Uint32Array(shared(entries.length * 4)),
    slots: new Uint32Array(shared(slots * 4)),
  };
  let at = 0;
  for (const [index, { word, lower, frequency, bits }] of entries.entries()) {
    packed.starts[index] = at;
    packed.frequencies[index] = frequency;
    packed.bits[index] = bits;
    packed.masks[index] = letterMask(lower);
    packed.byLength[word.length + 1] = index + 1;
    writeWord(packed.codes, word, at);
    writeWord(packed.lower, lower, at);
    putInHash(packed.slots, word, index);
    at += word.length;
  }
  packed.starts[entries.length] = at;
  for (let length = 1; length < packed.byLength.length; length++) {
    packed.byLength[length] = Math.max(packed.byLength[length] ?? 0, packed.byLength[length - 1] ?? 0);
  }
  return packed;
}

type SortedWord = WordEntry & { word: string; lower: string };

/** Returns the words that can be packed, the shortest first, and those of one length in their order. */
function sortByLength(words: ReadonlyMap<string, WordEntry>): SortedWord[] {
  const byLength: SortedWord[][] = [];
  for (const [word, { frequency, bits }] of words) {
    const lower = word.toLowerCase();
    if (word.length > LONGEST_WORD || lower.length !== word.length) continue;
    byLength[word.length] ??= [];
    byLength[word.length]?.push({ word, lower, frequency, bits });
  }
  return byLength.flat();
}

function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}

function writeWord(codes: Uint16Array, word: string, at: number): void {
  for (let place = 0; place < word.length; place++) codes[at + place] = word.charCodeAt(place);
}

function putInHash(slots: Uint32Array, word: string, index: number): void {
  let slot = hashOfWord(word) & (slots.length - 1);
  while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
  slots[slot] = index + 1;
}

/** Returns the index of a word in its own case, or -1. */
export function indexOfWord({ slots, starts, codes }: PackedWords, word: string): number {
  let slot = hashOfWord(word) & (slots.length - 1);
  for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
    const start = starts[entry - 1] ?? 0;
    if ((starts[entry] ?? 0) - start === word.length && isAt(codes, start, word)) return entry - 1;
    slot = (slot + 1) & (slots.length - 1);
  }
  return -1;
}

function isAt(codes: Uint16Array, start: number, word: string): boolean {
  for (let place = 0; place < word.length; place++) if (codes[start + place] !== word.charCodeAt(place)) return false;
  return true;
}

/** Returns the word at an index. */
export function wordAt({ starts, codes }: PackedWords, index: number): string {
  return String.fromCharCode(...codes.subarray(starts[index], starts[index + 1]));
}

/** Returns a hash of the code units of a word, based on FNV-1a. */
function hashOfWord(word: string): number {
  const hash = fnvHash(word);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/**
 * Returns a bit for each letter of a word in lower case; other characters share six bits. Words that share few bits cannot be
 * near.
 */
export function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    const letter = code - 97;
    mask |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (code % 6));
  }
  return mask >>> 0;
}
