import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { NO_TAG, TAGS } from "#worker/core/checks/grammar/engine/tag-features.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { classesOf, WORD_CLASS } from "#worker/core/checks/grammar/engine/word-class.ts";
import { SLOT_FEATURES, slotTraitsOf, writeSlotFeatures } from "#worker/core/checks/grammar/slots/slot-features.ts";
import { fnvHash } from "#worker/core/text/fnv-hash.ts";
import { addPlace, indexFeatures, type Places, trainSoftmax } from "./slots/train-slots.ts";

/**
 * Trains the model that says which part of speech belongs in a place, from the words around it, and counts as which parts of
 * speech words are used: `node --max-old-space-size=12000 test/bench/make/make-slot-model.ts <folder of texts> <WordNet's dict>`.
 * make-texts.ts makes the texts. Takes ten minutes.
 */
const [folder, wordnet] = process.argv.slice(2);
if (!folder || !wordnet) throw new Error("Say which folders hold the texts and WordNet's index files.");

const OUTPUT = "worker/core/checks/grammar/slots/slot-model.json";
/** Web sites, mails and forums, which are read whole. Of novels and textbooks, and of manuals, one line in so many is read. */
const WHOLE = /18F|GSA|EWT|opensource\.guide/u;
const LONG = /standardebooks|openstax/u;
const ONE_IN = { long: 3, manual: 6 } as const;
const LEAST_SEEN = 3;
const MOST_FEATURES = 60_000;
const RATES = [0.12, 0.12, 0.05];
/** A weight of 1 in the file is this much; smaller ones are left out. */
const STEP = 0.04;
const LEAST_WEIGHT = 3;
const MOST = 127;
/** Times that a word is used, and the share of a part of speech in its uses, to be counted. */
const LEAST_USED = 3;
const LEAST_SHARE = 0.005;
const CLASS_LETTERS = { noun: "NN", verb: "VB", adj: "JJ", adv: "RB" } as const;
const { N, V, J, R } = WORD_CLASS;
const BITS = { noun: N, verb: V, adj: J, adv: R } as const;

const uses = new Map<string, Uint32Array>();
const places: Places = { chunks: [], count: 0 };
const features = new Int32Array(SLOT_FEATURES);

function readLine(line: string): void {
  const tokens = tokensOf(line);
  const traits = slotTraitsOf(tokens);
  for (const [at, { kind, tag, text, lower }] of tokens.entries()) {
    if (kind !== "word" || tag === NO_TAG) continue;
    writeSlotFeatures(traits, at, features);
    addPlace(places, tag, features);
    if (!/^[a-z]+(?:'[a-z]+)?$/u.test(text)) continue;
    const counts = uses.get(lower) ?? new Uint32Array(NO_TAG);
    counts[tag] = (counts[tag] ?? 0) + 1;
    uses.set(lower, counts);
  }
}

for (const file of readdirSync(folder).sort()) {
  const oneIn = WHOLE.test(file) ? 1 : ONE_IN[LONG.test(file) ? "long" : "manual"];
  for (const line of readFileSync(`${folder}/${file}`, "utf8").split("\n")) if (fnvHash(line) % oneIn === 0) readLine(line);
  process.stdout.write(`${file}: ${places.count} places\n`);
}

const hashes = indexFeatures(places, LEAST_SEEN);
process.stdout.write(`${hashes.length} features\n`);
const weights = trainSoftmax(places, hashes.length, RATES);
const rowOf = (feature: number) => weights.subarray(feature * NO_TAG, (feature + 1) * NO_TAG);
const strongest = hashes.map((_, feature) => ({
  feature,
  strength: rowOf(feature).reduce((sum, weight) => sum + weight * weight, 0),
}));
strongest.sort((a, b) => b.strength - a.strength || a.feature - b.feature);

const rows = strongest
  .slice(0, MOST_FEATURES)
  .map(({ feature }) => {
    const small = [...rowOf(feature)].map((weight) => Math.max(-MOST, Math.min(MOST, Math.round(weight / STEP))));
    return {
      feature: hashes[feature] ?? 0,
      cells: [...small.entries()].filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT),
    };
  })
  .filter(({ cells }) => cells.length > 0)
  .sort((a, b) => a.feature - b.feature);

/** Adds the parts of speech that WordNet knows of a word and the list of classes leaves out as rare, as never used. */
function addRareSenses(): Map<string, Set<string>> {
  const rare = new Map<string, Set<string>>();
  for (const file of ["noun", "verb", "adj", "adv"] as const)
    for (const line of readFileSync(`${wordnet}/index.${file}`, "utf8").split("\n")) {
      const word = line.slice(0, line.indexOf(" "));
      const classes = /^[a-z]{2,}$/u.test(word) ? classesOf(word) : 0;
      if (classes === 0 || classes & (BITS[file] | WORD_CLASS.X)) continue;
      rare.set(word, (rare.get(word) ?? new Set()).add(CLASS_LETTERS[file]));
    }
  return rare;
}

const rare = addRareSenses();
const letterOf = (tag: number) => String.fromCharCode("A".charCodeAt(0) + tag);
const words = [...new Set([...uses.keys(), ...rare.keys()])].sort().flatMap((word) => {
  const counts = uses.get(word) ?? new Uint32Array(NO_TAG);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const isUsed = total >= LEAST_USED;
  const cells = [...counts.entries()].flatMap(([tag, count]) => {
    if (isUsed && count > 0 && count >= LEAST_SHARE * total) return [`${letterOf(tag)}${count}`];
    return rare.get(word)?.has(TAGS[tag] ?? "") ? [`${letterOf(tag)}0`] : [];
  });
  return cells.length > 0 ? [word + cells.join("")] : [];
});

const base64 = (bytes: ArrayBufferView) => Buffer.from(bytes.buffer).toString("base64");
const model = {
  about:
    "Made by test/bench/make/make-slot-model.ts from the texts in test/bench/make/slots/sources.json and WordNet: see NOTICE.",
  step: STEP,
  features: base64(Int32Array.from(rows, ({ feature }) => feature)),
  counts: base64(Uint8Array.from(rows, ({ cells }) => cells.length)),
  tags: base64(Uint8Array.from(rows.flatMap(({ cells }) => cells.map(([tag]) => tag)))),
  weights: base64(Int8Array.from(rows.flatMap(({ cells }) => cells.map(([, weight]) => weight)))),
  words: words.join(" "),
};
writeFileSync(OUTPUT, `${JSON.stringify(model, null, 2)}\n`);
process.stdout.write(`${rows.length} features kept, ${words.length} words\n`);
