import { readFileSync, writeFileSync } from "node:fs";
import { fitLogistic } from "#test/bench/words/fit-logistic.ts";
import type { EditKind } from "#worker/core/checks/grammar/edits/edit.ts";
import type { EditFeatures } from "#worker/core/checks/grammar/edits/edit-features.ts";
import {
  type EditWeights,
  numbersOfReading,
  TAG_CHOICES,
  weighFeatures,
} from "#worker/core/checks/grammar/edits/judge-edit.ts";
import { loadReader } from "#worker/threads/check/load-reader.ts";
import { editsOfSlip, editsOfText, type JudgedEdit } from "./edits/judged-edits.ts";

/**
 * Fits the weights that judge small corrections, first by the words beside them, then by the sentence reader: `node
 * --max-old-space-size=6000 test/bench/make/make-edit-weights.ts <folder of held-out.ts> <text>…`. The texts are edited English that
 * neither make-sequence-model.ts counted nor the reader was trained on: no correction of them is needed, and words that are taken from them,
 * put in or changed by chance are mistakes to find, besides those of LanguageTool's development rules.
 */
const [folder, ...texts] = process.argv.slice(2);
if (!folder || texts.length === 0) throw new Error("Say which folder holds the sentences, and which files right texts.");

const OUTPUT = "worker/core/checks/grammar/edits/edit-weights.json";
const KINDS: readonly EditKind[] = ["insert", "delete", "replace", "form"];
/** Weights of rows, where that of a right text is 1: there are few real slips, and those made by chance are not like them. */
const WEIGHT_OF_SLIP = 3;
const WEIGHT_OF_MADE_SLIP = 0.3;
const PENALTY = 1;
/** Rows from which on a small word has a weight of its own. */
const LEAST_ROWS = 5;
const DIGITS = 3;
/** Chance by the words from which on a sentence is read. Below it, next to none of the slips that the reader is sure of are found. */
const LEAST_CHANCE = -6;

const read = loadReader();
const slips = readFileSync(`${folder}/lt-slips-dev.tsv`, "utf8")
  .trimEnd()
  .split("\n")
  .flatMap((line) => {
    const [, text = "", start = "", marked = "", corrections = ""] = line.split("\t");
    return editsOfSlip(text, { start: Number(start), marked, corrections: corrections.split("|") }, read);
  });
const lines = texts.flatMap((file) => readFileSync(file, "utf8").split("\n"));
const { needless, made } = editsOfText(lines, read);
process.stdout.write(`${slips.length} slips, ${made.length} made by chance, ${needless.length} needless corrections\n`);

type WeighedEdit = { edit: JudgedEdit; isSlip: boolean; weight: number };
const weighed: WeighedEdit[] = [
  ...slips.map((edit) => ({ edit, isSlip: true, weight: WEIGHT_OF_SLIP })),
  ...made.map((edit) => ({ edit, isSlip: true, weight: WEIGHT_OF_MADE_SLIP })),
  ...needless.map((edit) => ({ edit, isSlip: false, weight: 1 })),
];
const weights = Object.fromEntries(KINDS.map((kind) => [kind, weightsFor(weighed.filter(({ edit }) => edit.kind === kind))]));
writeFileSync(OUTPUT, `${JSON.stringify({ ...weights }, null, 2)}\n`);

function weightsFor(edits: readonly WeighedEdit[]): EditWeights & { reading: number[] } {
  const byWords = fitWords(edits.map(({ edit, ...rest }) => ({ features: edit.features, ...rest })));
  const rows = edits.flatMap(({ edit, ...rest }) => {
    const chance = weighFeatures(byWords, edit.features);
    const reading = chance > LEAST_CHANCE ? edit.read() : null;
    return reading ? [{ features: numbersOfReading(chance, reading), ...rest }] : [];
  });
  const signs = rows[0]?.features.map(() => 0) ?? [];
  const reading = fitLogistic(rows, { centre: signs, penalty: PENALTY, signs });
  return { ...byWords, reading: reading.map(rounded) };
}

function fitWords(rows: readonly { features: EditFeatures; isSlip: boolean; weight: number }[]): EditWeights {
  const uses = new Map<string, number>();
  for (const { features } of rows) for (const word of features.words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const words = [...uses].filter(([, count]) => count >= LEAST_ROWS).map(([word]) => word);
  const numbers = rows[0]?.features.numbers.length ?? 0;
  const places = rows[0]?.features.tags.length ?? 0;
  const dense = rows.map(({ features, ...rest }) => ({
    features: [
      ...features.numbers,
      ...features.tags.flatMap((tag) => Array.from({ length: TAG_CHOICES }, (_, at) => Number(at === tag))),
      ...words.map((word) => Number(features.words.includes(word))),
    ],
    ...rest,
  }));
  const zeros = dense[0]?.features.map(() => 0) ?? [];
  const fitted = fitLogistic(dense, { centre: zeros, penalty: PENALTY, signs: zeros }).map(rounded);
  const from = numbers + places * TAG_CHOICES;
  return {
    numbers: fitted.slice(0, numbers),
    tags: Array.from({ length: places }, (_, at) => fitted.slice(numbers + at * TAG_CHOICES, numbers + (at + 1) * TAG_CHOICES)),
    words: Object.fromEntries(words.map((word, at) => [word, fitted[from + at] ?? 0])),
  };
}

function rounded(weight: number): number {
  return Number(weight.toFixed(DIGITS));
}
