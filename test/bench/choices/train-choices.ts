import { writeFileSync } from "node:fs";
import { hashOf } from "#worker/core/checks/grammar/choices/context.ts";
import { packTable } from "./pack-table.ts";
import { type Made, readChoices } from "./read-choices.ts";
import { listSources, readParagraphs } from "./read-sources.ts";
import { trainWeights } from "./train-weights.ts";

/**
 * Trains the model that chooses forms and near words, from the texts in sources.json:
 * `node --max-old-space-size=14000 test/bench/choices/train-choices.ts <folder of clones>` writes choice-model.json; then run set-limits.ts.
 * Takes about six minutes of one core and 4 GB. One paragraph in ten is held out, for set-limits.ts.
 */
const [mirrors] = process.argv.slice(2);
if (!mirrors) throw new Error("Say which folder holds the clones of the sources.");

const OUTPUT = new URL("../../../worker/core/checks/grammar/choices/choice-model.json", import.meta.url);
const MOST_BYTES = 4_000_000;
const print = (line: string) => process.stdout.write(`${line}\n`);

function* choices(folder: string): Generator<Made> {
  const known = new Set<string>();
  for (const source of listSources()) {
    const paragraphs = readParagraphs(folder, source).filter((paragraph) => !known.has(paragraph));
    for (const paragraph of paragraphs) {
      known.add(paragraph);
      if (hashOf(paragraph) % 10 !== 0) yield* readChoices(paragraph);
    }
    print(`${source.repository}: ${paragraphs.length} paragraphs`);
  }
}

const weights = trainWeights(choices(mirrors), print);
const packed = packTable(weights, MOST_BYTES);
const about =
  "Made by test/bench/choices/train-choices.ts from the texts that sources.json there lists; read by choice-model.ts.";
writeFileSync(OUTPUT, `${JSON.stringify({ about, ...packed })}\n`);
print(`${packed.features} features of ${weights.keys.length} kept, ${packed.table.length} characters`);
