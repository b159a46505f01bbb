import type { WordEvidence } from "../../finding.ts";
/** Holds how often a word is written. Words are keyed in lower case. */
export type WordCount = {
  /** Number of occurrences in lower case and with a capital, in 160 million words of edited text. */
  small: number;
  capital: number;
  /**
   * Zipf frequency: the logarithm of the occurrences in a thousand million words of all kinds of text; 0 if it was not counted.
   */
  spoken: number;
  /** Zipf frequency in the language other than English that uses the word most. */
  foreign: number;
  /** Holds a bit for each larger dictionary, and each list of misspellings, that has the word (see `DICTIONARY_BITS`). */
  dictionaries: number;
};

/** Assigns a bit to each list. `misspelling`: the word is listed as a misspelling that people make. */
export const DICTIONARY_BITS = { american: 1, british: 2, medical: 4, scientific: 8, misspelling: 16 } as const;

/**
 * Holds the counts of all words, sorted, in arrays that threads can share. The letters of word n are `letters[starts[n]..starts[n
 * + 1])`.
 */
export type PackedCounts = {
  letters: Uint8Array;
  starts: Uint32Array;
  small: Uint8Array;
  capital: Uint8Array;
  spoken: Uint8Array;
  foreign: Uint8Array;
  dictionaries: Uint8Array;
};

const COLUMNS = ["small", "capital", "spoken", "foreign", "dictionaries"] as const;
const UNKNOWN: WordCount = { small: 0, capital: 0, spoken: 0, foreign: 0, dictionaries: 0 };
/** Number of steps for each doubling of a count, and for each unit of a Zipf frequency, chosen so that values fit in a byte. */
const PER_DOUBLING = 10;
const PER_ZIPF = 30;

/**
 * Encodes counts as a file: the number of words; for each word, the number of letters it shares with the one before; the number
 * of its further letters; these letters; and each column of counts. Words consist of plain letters and apostrophes.
 */
export function encodeCounts(counts: ReadonlyMap<string, WordCount>): Uint8Array {
  const entries = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const shared = entries.map(([word], at) => sharedLetters(entries[at - 1]?.[0] ?? "", word));
  const rests = entries.map(([word], at) => word.slice(shared[at]));
  const column = (name: (typeof COLUMNS)[number]) => entries.map(([, count]) => toByte(name, count[name]));
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, entries.length, true);
  const parts = [
    head,
    shared,
    rests.map(({ length }) => length),
    new TextEncoder().encode(rests.join("")),
    ...COLUMNS.map(column),
  ];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Reads a file from `encodeCounts` into memory that threads can share. */
export function decodeCounts(file: Uint8Array): PackedCounts {
  const size = new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  const shared = file.subarray(4, 4 + size);
  const lengths = file.subarray(4 + size, 4 + 2 * size);
  let total = 0;
  let rest = 0;
  for (let word = 0; word < size; word++) {
    total += (shared[word] ?? 0) + (lengths[word] ?? 0);
    rest += lengths[word] ?? 0;
  }
  const letters = new Uint8Array(new SharedArrayBuffer(total));
  const starts = new Uint32Array(new SharedArrayBuffer((size + 1) * 4));
  let from = 4 + 2 * size;
  let at = 0;
  for (let word = 0; word < size; word++) {
    const before = starts[word - 1] ?? 0;
    const kept = shared[word] ?? 0;
    const length = lengths[word] ?? 0;
    starts[word] = at;
    // Loops copy the letters, because a call for a few letters costs more than copying them.
    for (let letter = 0; letter < kept; letter++) letters[at++] = letters[before + letter] ?? 0;
    for (let letter = 0; letter < length; letter++) letters[at++] = file[from++] ?? 0;
  }
  starts[size] = at;
  const column = (name: (typeof COLUMNS)[number]) => {
    const start = 4 + 2 * size + rest + COLUMNS.indexOf(name) * size;
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    bytes.set(file.subarray(start, start + size));
    return bytes;
  };
  return {
    letters,
    starts,
    small: column("small"),
    capital: column("capital"),
    spoken: column("spoken"),
    foreign: column("foreign"),
    dictionaries: column("dictionaries"),
  };
}

/** Returns the counts of a word in lower case; all are zero if it is not listed. */
export function countOf(counts: PackedCounts, word: string): WordCount {
  let [from, to] = [0, counts.starts.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    const order = compareAt(counts, middle, word);
    if (order === 0) return entryAt(counts, middle);
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return UNKNOWN;
}

/** Difference of Zipf frequencies from which a word belongs to another language: a thousand times as frequent there. */
const FOREIGN = 3;

/** Returns what the lists say of an unknown word. Another language's word may be a misspelling in English, too ("profesional"). */
export function evidenceAbout(counts: PackedCounts, word: string): WordEvidence | undefined {
  const { foreign, spoken, dictionaries } = countOf(counts, word);
  if (foreign - spoken >= FOREIGN) return "foreign";
  return dictionaries & DICTIONARY_BITS.misspelling ? "listed-slip" : undefined;
}

function entryAt({ small, capital, spoken, foreign, dictionaries }: PackedCounts, at: number): WordCount {
  return {
    small: 2 ** ((small[at] ?? 0) / PER_DOUBLING) - 1,
    capital: 2 ** ((capital[at] ?? 0) / PER_DOUBLING) - 1,
    spoken: (spoken[at] ?? 0) / PER_ZIPF,
    foreign: (foreign[at] ?? 0) / PER_ZIPF,
    dictionaries: dictionaries[at] ?? 0,
  };
}

/** Returns a negative number if the word at an index sorts before another, and 0 if they are the same. */
function compareAt({ letters, starts }: PackedCounts, index: number, word: string): number {
  const start = starts[index] ?? 0;
  const length = (starts[index + 1] ?? 0) - start;
  for (let at = 0; at < length && at < word.length; at++) {
    const order = (letters[start + at] ?? 0) - word.charCodeAt(at);
    if (order !== 0) return order;
  }
  return length - word.length;
}

function sharedLetters(before: string, word: string): number {
  let shared = 0;
  while (shared < before.length && before[shared] === word[shared]) shared++;
  return shared;
}

function toByte(column: (typeof COLUMNS)[number], value: number): number {
  if (column === "dictionaries") return value;
  const isCount = column === "small" || column === "capital";
  return Math.min(255, Math.round(isCount ? Math.log2(value + 1) * PER_DOUBLING : value * PER_ZIPF));
}
