import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createCheckGrammar } from "#worker/core/checks/grammar/check-grammar.ts";
import { loadHarper } from "#worker/threads/check/load-harper.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";
import { isMailed, percent, shareWithInterval } from "./sentence-figures.ts";

/**
 * Prints one table of the grammar check on sentences that its rules were not written to: `node test/bench/language/held-out.ts <folder> [--last]
 * [--write]`. The folder holds files of LanguageTool's examples and of JFLEG (a kind, tab, sentence), which stay out of the repository; a file
 * that is missing is left out. LanguageTool's are split by rule: `dev` was looked at, `aside` is looked at with `--last` alone, at the end.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { last: { type: "boolean", default: false }, write: { type: "boolean", default: false } },
});
const [folder] = positionals;
if (!folder) throw new Error("Say which folder holds the sentences.");

type Source = { name: string; file: string; goal: string; isLast?: true };
const OWN = new URL("sentences/", import.meta.url).pathname;
const SOURCES: readonly Source[] = [
  { name: "LanguageTool, wrong, rules seen", file: `${folder}/lt-wrong-dev.tsv`, goal: "≥ 25 %" },
  { name: "LanguageTool, right, rules seen", file: `${folder}/lt-right-dev.tsv`, goal: "≤ 1 %" },
  { name: "LanguageTool, wrong, rules not seen", file: `${folder}/lt-wrong-aside.tsv`, goal: "≥ 25 %", isLast: true },
  {
    name: "LanguageTool, right, rules not seen (false alarms read once, then mended)",
    file: `${folder}/lt-right-aside.tsv`,
    goal: "≤ 1 %",
    isLast: true,
  },
  { name: "JFLEG, development, wrong", file: `${folder}/jfleg-dev.tsv`, goal: "≥ 25 %" },
  { name: "JFLEG, development, a right form", file: `${folder}/jfleg-dev-right.tsv`, goal: "≤ 1 %" },
  { name: "JFLEG, test, wrong", file: `${folder}/jfleg-test.tsv`, goal: "≥ 25 %", isLast: true },
  { name: "JFLEG, test, a right form", file: `${folder}/jfleg-test-right.tsv`, goal: "≤ 1 %", isLast: true },
  { name: "everyday slips of our own, development", file: `${OWN}development-wrong.tsv`, goal: "≥ 68 %" },
  { name: "right sentences of our own, development", file: `${OWN}development-right.tsv`, goal: "≤ 2.5 %" },
  {
    name: "everyday slips of our own, last check (misses read once, then mended)",
    file: `${OWN}last-check-wrong.tsv`,
    goal: "≥ 68 %",
  },
  { name: "right sentences of our own, last check", file: `${OWN}last-check-right.tsv`, goal: "≤ 2.5 %" },
];

const lexicon = await loadLexicon();
const check = createCheckGrammar(loadHarper(), (word, language) => lexicon.words(language).correct(word));

async function lineFor({ name, file, goal }: Source): Promise<string> {
  const sentences = readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t")[1] ?? "");
  let [mailed, shown] = [0, 0];
  for (const text of sentences) {
    const findings = await check({ text, kind: "paragraph" }, "en-US");
    if (findings.some(isMailed)) mailed++;
    if (findings.length > 0) shown++;
  }
  const rows = sentences.length;
  return `| ${name} | ${rows} | ${goal} | ${shareWithInterval(mailed, rows)} | ${percent(shown, rows)} |`;
}

const lines = [
  "| sentences | rows | must reach | something mailed (95 % interval) | something shown |",
  "|---|---|---|---|---|",
];
for (const source of SOURCES) {
  if (!existsSync(source.file) || (source.isLast && !values.last)) continue;
  lines.push(await lineFor(source));
}
const table = `${lines.join("\n")}\n`;
process.stdout.write(table);
if (values.write) writeFileSync(new URL("held-out.result.md", import.meta.url), table);
