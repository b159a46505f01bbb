import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { hashOf, seenOf } from "#worker/core/checks/grammar/choices/context.ts";
import { type Doubt, doubtWord, limitKey } from "#worker/core/checks/grammar/choices/judge-choice.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { listSources, readParagraphs } from "./read-sources.ts";

/**
 * Sets from which margin a doubt of each kind is reported:
 * `node test/bench/choices/set-limits.ts <folder of clones> --wrong <pairs.tsv>… --right <texts.tsv>… [--price N]`.
 * Pairs: a wrong sentence, then one or more right ones. Right texts: one a line, beside the held-out tenth of the training texts.
 * `--price`: how many slips found are worth one false alarm. Writes choice-limits.json and prints what it costs and finds.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    wrong: { type: "string", multiple: true, default: [] },
    right: { type: "string", multiple: true, default: [] },
    price: { type: "string", default: "1" },
  },
});
const [mirrors] = positionals;
if (!mirrors) throw new Error("Say which folder holds the clones of the sources.");

const OUTPUT = new URL("../../../worker/core/checks/grammar/choices/choice-limits.json", import.meta.url);
const [LEAST_LIMIT, MOST_LIMIT, STEP] = [3, 14, 0.25];
/** A kind has to find more than this to be reported at all. */
const LEAST_WORTH = 0.2;

type Kind = { hits: number[]; alarms: number[] };
const kinds = new Map<string, Kind>();
const kindOf = (doubt: Doubt): Kind => {
  const kind = kinds.get(limitKey(doubt)) ?? { hits: [], alarms: [] };
  kinds.set(limitKey(doubt), kind);
  return kind;
};
const lines = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n");

type Placed = Doubt & { before: string; after: string };

function doubtsIn(text: string): Placed[] {
  const tokens = tokensOf(text);
  const seen = seenOf(tokens);
  return tokens.flatMap((_, at) =>
    doubtWord(tokens, seen, at).map((doubt) => ({
      ...doubt,
      before: tokens[at - 1]?.lower ?? "",
      after: tokens[at + 1]?.lower ?? "",
    })),
  );
}

function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/([.,;:!?()"“”])/gu, " $1 ")
    .replace(/\s+/gu, " ")} `;
}

/** True if the better word is in a right sentence with its neighbour, and was not in the wrong one. */
function isFound({ before, better, after }: Placed, wrong: string, right: string): boolean {
  const isNew = (...words: string[]) => {
    const phrase = plain(words.filter(Boolean).join(" "));
    return right.includes(phrase) && !wrong.includes(phrase);
  };
  return isNew(before, better) || isNew(better, after);
}

for (const line of values.wrong.flatMap(lines)) {
  const [wrong = "", ...rights] = line.split("\t");
  for (const doubt of doubtsIn(wrong))
    if (rights.some((right) => isFound(doubt, plain(wrong), plain(right)))) kindOf(doubt).hits.push(doubt.margin);
}

const held = listSources().flatMap((source) => readParagraphs(mirrors, source).filter((text) => hashOf(text) % 10 === 0));
let words = 0;
for (const text of [...new Set(held), ...values.right.flatMap(lines)]) {
  words += text.split(" ").length;
  for (const doubt of doubtsIn(text)) kindOf(doubt).alarms.push(doubt.margin);
}

/** Alarms just below a limit count in part: on other text they may be above it. */
function alarmsAt(limit: number, { alarms }: Kind): number {
  return alarms.reduce((sum, margin) => sum + Math.min(1.5, Math.exp(1.3 * (margin - limit))), 0);
}

function limitFor(kind: Kind): number | null {
  let [best, limit]: [number, number | null] = [LEAST_WORTH, null];
  for (let at = LEAST_LIMIT; at <= MOST_LIMIT; at += STEP) {
    const worth = kind.hits.filter((margin) => margin > at).length - Number(values.price) * alarmsAt(at, kind);
    if (worth > best) [best, limit] = [worth, at];
  }
  return limit;
}

const limits: Record<string, number> = {};
let [found, alarms] = [0, 0];
for (const [name, kind] of [...kinds].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const limit = limitFor(kind);
  if (limit === null) continue;
  limits[name] = limit;
  found += kind.hits.filter((margin) => margin > limit).length;
  alarms += kind.alarms.filter((margin) => margin > limit).length;
}
const about =
  "Made by test/bench/choices/set-limits.ts: the margin from which a doubt of a kind is reported. Kinds not named are not reported.";
writeFileSync(OUTPUT, `${JSON.stringify({ about, limits }, null, 2)}\n`);
process.stdout.write(`${Object.keys(limits).length} kinds: ${found} slips found, ${alarms} alarms in ${words} words\n`);
