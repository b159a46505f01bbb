import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { cellOf, markOf, SLOTS, sequenceHash, slotOf } from "#worker/core/checks/grammar/sequences/sequence-counts.ts";
import { EDGE, sequenceHashes } from "#worker/core/checks/grammar/sequences/sequence-words.ts";

/**
 * Counts how often words, pairs and rows of three are written, for the check of words beside their neighbours:
 * `node --max-old-space-size=8000 test/bench/make/make-sequence-model.ts <folder of texts>`. make-texts.ts makes the texts. Takes five minutes.
 */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Say which folder holds the texts.");

const OUTPUT = "worker/core/checks/grammar/sequences/sequence-model.json";
/** The uses from which on a word, a pair and a row of three are counted. */
const LEAST = { word: 8, pair: 2, row: 3 } as const;
const MOST_WORDS = 20_000_000;

const lines = readdirSync(folder)
  .sort()
  .flatMap((file) => readFileSync(`${folder}/${file}`, "utf8").split("\n"));

/** Returns the hashes of all words in a row, with edges between the lines. */
function hashAll(): Uint32Array {
  const hashes = new Uint32Array(MOST_WORDS);
  let count = 0;
  for (const line of lines) {
    for (const hash of [EDGE, ...sequenceHashes(tokensOf(line), () => true), EDGE]) hashes[count++] = hash;
  }
  if (count > MOST_WORDS) throw new Error("Raise MOST_WORDS.");
  return hashes.subarray(0, count);
}

const counts = new Map<number, number>();
for (const hash of hashAll()) counts.set(hash, (counts.get(hash) ?? 0) + 1);
const known = new Set([...counts].filter(([, count]) => count >= LEAST.word).map(([hash]) => hash));
counts.clear();
process.stdout.write(`${known.size} words\n`);

const ids = new Map<number, number>();
const hashOfId: number[] = [];
const rowOfIds = new Int32Array(MOST_WORDS);
let total = 0;
for (const line of lines)
  for (const hash of [EDGE, ...sequenceHashes(tokensOf(line), (word) => known.has(word)), EDGE]) {
    const id = ids.get(hash) ?? hashOfId.push(hash) - 1;
    ids.set(hash, id);
    rowOfIds[total++] = id;
  }

const size = hashOfId.length;
const table = new Uint16Array(SLOTS);
let kept = 0;

/** Adds the sequences of some length that are written often enough. Their key is a number to the base `size`. */
function addSequences(length: 1 | 2 | 3, least: number): void {
  const keys = new Float64Array(total - length + 1);
  for (let at = 0; at < keys.length; at++) {
    let key = 0;
    for (let next = 0; next < length; next++) key = key * size + (rowOfIds[at + next] ?? 0);
    keys[at] = key;
  }
  keys.sort();
  let from = 0;
  for (let at = 1; at <= keys.length; at++) {
    if (keys[at] === keys[from]) continue;
    if (at - from >= least) add(keys[from] ?? 0, length, at - from);
    from = at;
  }
  process.stdout.write(`${kept} sequences of up to ${length}\n`);
}

function add(key: number, length: number, count: number): void {
  const hashes: number[] = [];
  let rest = key;
  for (let left = length; left > 0; left--) {
    hashes.unshift(hashOfId[rest % size] ?? 0);
    rest = Math.floor(rest / size);
  }
  const [first = 0, second = 0, third = 0] = hashes;
  const hash = sequenceHash(first, second, third);
  let slot = slotOf(hash);
  while (table[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
  table[slot] = cellOf(markOf(hash), count);
  kept++;
}

addSequences(1, 1);
addSequences(2, LEAST.pair);
addSequences(3, LEAST.row);

const used = new Uint8Array(SLOTS / 8);
for (const [slot, cell] of table.entries()) if (cell !== 0) used[slot >> 3] = (used[slot >> 3] ?? 0) | (1 << (slot & 7));
const base64 = (bytes: ArrayBufferView) => Buffer.from(bytes.buffer).toString("base64");
const model = {
  about: "Made by test/bench/make/make-sequence-model.ts from the texts in test/bench/make/slots/sources.json: see NOTICE.",
  total,
  used: base64(used),
  cells: base64(table.filter((cell) => cell !== 0)),
};
writeFileSync(OUTPUT, `${JSON.stringify(model, null, 2)}\n`);
