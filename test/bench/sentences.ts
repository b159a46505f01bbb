import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Finding, MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { createCheckGrammar } from "#worker/core/checks/grammar/check-grammar.ts";
import { loadHarper } from "#worker/threads/check/load-harper.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";

/**
 * Measures the grammar check on single sentences, without a crawl:
 * `node test/bench/sentences.ts <file.tsv>… [--column N] [--show misses|hits|all] [--by-kind]`.
 * The first column of a file names the kind; `--column` (default 1) is the sentence, and where the next column is there, part of the right
 * sentence. Prints how many sentences are flagged, with the 95 % interval by Wilson, how many repaired as expected, and words for each flag.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    column: { type: "string", default: "1" },
    show: { type: "string", default: "none" },
    "by-kind": { type: "boolean", default: false },
  },
});

type Tally = { rows: number; mailed: number; shown: number; repaired: number };

const lexicon = await loadLexicon();
const check = createCheckGrammar(loadHarper(), (word, language) => lexicon.words(language).correct(word));
const print = (line: string) => process.stdout.write(`${line}\n`);

for (const file of positionals) {
  const byKind = new Map<string, Tally>();
  let words = 0;
  let alarms = 0;
  for (const line of readFileSync(file, "utf8").trimEnd().split("\n")) {
    const cells = line.split("\t");
    const kind = values.column === "0" ? "" : (cells[0] ?? "");
    const sentence = cells[Number(values.column)] ?? "";
    const expected = cells[Number(values.column) + 1];
    const findings = await check({ text: sentence, kind: "paragraph" }, "en-US");
    words += sentence.split(" ").length;
    alarms += findings.filter(isMailed).length;
    const row = {
      rows: 1,
      mailed: Number(findings.some(isMailed)),
      shown: Number(findings.length > 0),
      repaired: Number(expected !== undefined && repairs(sentence, findings, expected)),
    };
    for (const name of [kind, "all"]) byKind.set(name, sum(byKind.get(name), row));
    if (values.show === "all" || (values.show === "hits" && row.shown) || (values.show === "misses" && !row.mailed)) {
      print(`${row.mailed ? "M" : row.shown ? "s" : "-"}${row.repaired ? "+" : " "} [${kind}] ${sentence}`);
      for (const finding of findings) print(`      ${inWords(finding)}`);
    }
  }
  print(file);
  for (const [kind, tally] of byKind) if (kind === "all" || values["by-kind"]) print(`  ${kind}: ${figures(tally)}`);
  print(`  words ${words}, alarms mailed ${alarms}`);
}

function isMailed({ confidence }: Finding): boolean {
  return confidence >= MAIL_CONFIDENCE;
}

function sum(a: Tally | undefined, b: Tally): Tally {
  if (!a) return b;
  return { rows: a.rows + b.rows, mailed: a.mailed + b.mailed, shown: a.shown + b.shown, repaired: a.repaired + b.repaired };
}

function repairs(sentence: string, findings: readonly Finding[], expected: string): boolean {
  const isThere = (text: string) => ` ${text.toLowerCase().replace(/[.,;?!]/gu, " ")} `.includes(` ${expected.toLowerCase()} `);
  if (isThere(sentence)) return false;
  let right = sentence;
  for (const { range, suggestions } of [...findings].reverse())
    if (range && suggestions[0] !== undefined) right = right.slice(0, range.start) + suggestions[0] + right.slice(range.end);
  return isThere(right);
}

function inWords({ confidence, rule, text, suggestions, message }: Finding): string {
  return `${confidence.toFixed(2)} ${rule} “${text}” → ${suggestions.join(" | ")} :: ${message}`;
}

function figures({ rows, mailed, shown, repaired }: Tally): string {
  const percent = (part: number) => `${((100 * part) / rows).toFixed(1)} %`;
  const [low, high] = wilson(mailed, rows);
  return `${rows} rows, mailed ${percent(mailed)} (${low}–${high}), shown ${percent(shown)}, repaired ${percent(repaired)}`;
}

/** Returns the 95 % interval of a share, in percent, by Wilson's score. */
function wilson(part: number, rows: number): [string, string] {
  const z = 1.96;
  const share = part / rows;
  const middle = share + (z * z) / (2 * rows);
  const half = z * Math.sqrt((share * (1 - share)) / rows + (z * z) / (4 * rows * rows));
  return [middle - half, middle + half].map((edge) => ((100 * edge) / (1 + (z * z) / rows)).toFixed(1)) as [string, string];
}
