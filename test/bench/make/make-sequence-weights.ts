import { readFileSync } from "node:fs";
import { fitLogistic, type Row } from "#test/bench/words/fit-logistic.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { slipsIn } from "#worker/core/checks/grammar/sequences/sequence-slips.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";
import { halfOf } from "../language/halves.ts";

/**
 * Fits the weights in sequence-reports.ts and prints them: `node test/bench/make/make-sequence-weights.ts <folder of held-out.ts> <text>…`.
 * The texts are edited English that make-sequence-model.ts did not count, where every word is right; the slips are those of one half of
 * the development rules, so that the other half shows what the weights are worth.
 */
const [folder, ...texts] = process.argv.slice(2);
if (!folder || texts.length === 0) throw new Error("Say which folder holds the sentences, and which files right texts.");

/** The weight of a slip, where that of a right word is 1: there are few slips. */
const WEIGHT_OF_SLIP = 3;
const PENALTY = 0.1;
const isWord = (word: string) => lexicon.words("en-US").correct(word);
const lexicon = await loadLexicon();

const rows: Row[] = [];
for (const line of readFileSync(`${folder}/lt-slips-dev.tsv`, "utf8").trimEnd().split("\n")) {
  const [rule = "", text = "", start = "", marked = "", corrections = ""] = line.split("\t");
  if (halfOf([rule, "weights"]) !== "development") continue;
  const tokens = tokensOf(text);
  const meantWords = new Set(corrections.toLowerCase().split(/[ |]/u));
  for (const { at, meant, features } of slipsIn(tokens)) {
    const token = tokens[at];
    if (!token || !isWord(token.lower) || !meantWords.has(meant)) continue;
    if (token.start < Number(start) + marked.length && Number(start) < token.end)
      rows.push({ features, isSlip: true, weight: WEIGHT_OF_SLIP });
  }
}
process.stdout.write(`${rows.length} slips\n`);
for (const file of texts)
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const tokens = tokensOf(line);
    for (const { at, features } of slipsIn(tokens))
      if (isWord(tokens[at]?.lower ?? "")) rows.push({ features, isSlip: false, weight: 1 });
  }
process.stdout.write(`${rows.length} places\n`);

const zeros = rows[0]?.features.map(() => 0) ?? [];
const weights = fitLogistic(rows, { centre: zeros, penalty: PENALTY, signs: zeros });
process.stdout.write(`${weights.map((weight) => weight.toFixed(3)).join(", ")}\n`);
