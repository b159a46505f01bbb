import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Finding } from "#worker/core/checks/finding.ts";
import { createCheckGrammar } from "#worker/core/checks/grammar/check-grammar.ts";
import { loadHarper } from "#worker/threads/check/load-harper.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";
import { loadReader } from "#worker/threads/check/load-reader.ts";
import { isMailed, percent, shareWithInterval, sumTallies, type Tally } from "./sentence-figures.ts";

/**
 * Measures the grammar check on single sentences, without a crawl:
 * `node test/bench/language/sentences.ts <file.tsv>… [--column N] [--show misses|hits|all] [--by-kind]`.
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

const lexicon = await loadLexicon();
const check = createCheckGrammar({
  lintWithHarper: loadHarper(),
  readSentence: loadReader(),
  isWord: (word, language) => lexicon.words(language).correct(word),
});
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
    for (const name of [kind, "all"]) byKind.set(name, sumTallies(byKind.get(name), row));
    if (values.show === "all" || (values.show === "hits" && row.shown) || (values.show === "misses" && !row.mailed)) {
      print(`${row.mailed ? "M" : row.shown ? "s" : "-"}${row.repaired ? "+" : " "} [${kind}] ${sentence}`);
      for (const finding of findings) print(`      ${inWords(finding)}`);
    }
  }
  print(file);
  for (const [kind, tally] of byKind) if (kind === "all" || values["by-kind"]) print(`  ${kind}: ${figures(tally)}`);
  print(`  words ${words}, alarms mailed ${alarms}`);
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
  return `${rows} rows, mailed ${shareWithInterval(mailed, rows)}, shown ${percent(shown, rows)}, repaired ${percent(repaired, rows)}`;
}
