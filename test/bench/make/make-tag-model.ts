import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NO_TAG, TAGS } from "#worker/core/checks/grammar/engine/tag-features.ts";
import { readTaggedSentences, type TaggedSentence } from "./tagger/read-tagged-sentences.ts";
import { bestTag, forEachWord, trainPerceptron, type Weights } from "./tagger/train-perceptron.ts";

/**
 * Trains the tagger of English on UD_English-EWT, with its division into parts, and measures it on the part for tests:
 * `node test/bench/make/make-tag-model.ts <clone of UD_English-EWT> [CoNLL-U file to measure]…`. Takes a minute or two.
 */
const [folder, ...others] = process.argv.slice(2);
if (!folder) throw new Error("Say which folder holds a clone of UD_English-EWT.");

const OUTPUT = "worker/core/checks/grammar/engine/tag-model.json";
const MOST_FEATURES = 40_000;
const EPOCHS = 7;
const FIRST_EPOCHS = 4;
/** Weights above this share of all are cut to it, so that the small ones keep their differences in eight bits. */
const KEPT_RANGE = 0.9995;
const MOST = 127;

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Reads the documents of a part; the whole file of the part for training is too large for some copies. */
function readPart(part: "train" | "test"): TaggedSentence[] {
  const sources = join(folder ?? "", "not-to-release");
  const names = readFileSync(join(sources, "file-lists", `files.${part}`), "utf8")
    .trim()
    .split("\n");
  return names.flatMap((name) => readTaggedSentences(readFileSync(join(sources, "sources", name), "utf8")));
}

function keepStrongest(weights: ReadonlyMap<number, Float64Array>): Set<number> {
  const strength = (row: Float64Array) => Math.max(...row) - Math.min(...row);
  const strongest = [...weights].map(([feature, row]) => ({ feature, strength: strength(row) }));
  strongest.sort((a, b) => b.strength - a.strength || a.feature - b.feature);
  return new Set(strongest.slice(0, MOST_FEATURES).map(({ feature }) => feature));
}

function inEightBits(weights: ReadonlyMap<number, Float64Array>): Map<number, Int8Array> {
  const sizes = Float64Array.from([...weights.values()].flatMap((row) => [...row].map(Math.abs).filter((size) => size > 0)));
  const largest = sizes.sort()[Math.floor(sizes.length * KEPT_RANGE)] ?? 1;
  const small = (weight: number) => Math.max(-MOST, Math.min(MOST, Math.round((weight * MOST) / largest)));
  return new Map([...weights].map(([feature, row]) => [feature, Int8Array.from(row, small)]));
}

function measure(weights: Weights, sentences: readonly TaggedSentence[]): string {
  let [words, right] = [0, 0];
  for (const sentence of sentences)
    forEachWord(sentence, (features, tag) => {
      const guess = bestTag((feature) => weights.get(feature), features);
      words++;
      if (guess === tag) right++;
      return guess;
    });
  return `${((100 * right) / words).toFixed(2)} % of ${words} words`;
}

/** The classes of word-class.ts that each tag corresponds to; all others are words that hold a sentence together. */
const CLASS_OF: Readonly<Record<string, number>> = {
  ...{ NN: 1, NNS: 2, VB: 4, VBP: 4, VBZ: 8, VBD: 16, VBN: 32, VBG: 64, JJ: 128, JJR: 512, JJS: 1024 },
  ...{ RB: 256, RBR: 512, RBS: 1024, CD: 2048 },
};
const FUNCTION_WORD = 4096;

/** Measures the classes of words without their context: how often they include the right one, and how often they are that one. */
function measureClasses(sentences: readonly TaggedSentence[]): string {
  let [words, included, alone] = [0, 0, 0];
  for (const { tokens, tags } of sentences)
    for (const [at, { classes }] of tokens.entries()) {
      const tag = tags[at] ?? NO_TAG;
      if (tag === NO_TAG) continue;
      const right = CLASS_OF[TAGS[tag] ?? ""] ?? FUNCTION_WORD;
      words++;
      if (classes & right) included++;
      if (classes === right) alone++;
    }
  const share = (part: number) => `${((100 * part) / words).toFixed(2)} %`;
  return `include the right one for ${share(included)}, are only that one for ${share(alone)}`;
}

/** Packs weights: hashes of features, then for each the number of its tags, their indexes and weights. */
function pack(weights: ReadonlyMap<number, Int8Array>): object {
  const rows = [...weights].filter(([, row]) => row.some((weight) => weight !== 0)).sort(([a], [b]) => a - b);
  const used = rows.map(([, row]) => [...row.entries()].filter(([, weight]) => weight !== 0));
  const base64 = (bytes: ArrayBufferView) => Buffer.from(bytes.buffer).toString("base64");
  return {
    about: "Made by test/bench/make/make-tag-model.ts from UD_English-EWT (CC BY-SA 4.0): see NOTICE.",
    features: base64(Int32Array.from(rows, ([feature]) => feature)),
    counts: base64(Uint8Array.from(used, (row) => row.length)),
    tags: base64(Uint8Array.from(used.flatMap((row) => row.map(([tag]) => tag)))),
    weights: base64(Int8Array.from(used.flatMap((row) => row.map(([, weight]) => weight)))),
  };
}

const training = readPart("train");
const kept = keepStrongest(trainPerceptron(training, { epochs: FIRST_EPOCHS }));
const weights = inEightBits(trainPerceptron(training, { epochs: EPOCHS, kept }));
writeFileSync(OUTPUT, `${JSON.stringify(pack(weights), null, 2)}\n`);
const test = readPart("test");
print(`Tags right: ${measure(weights, test)} (test part)`);
print(`Classes of the words without context ${measureClasses(test)}`);
for (const path of others) print(`Tags right: ${measure(weights, readTaggedSentences(readFileSync(path, "utf8")))} (${path})`);
