import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createCheckGrammar } from "#worker/core/checks/grammar/check-grammar.ts";
import { loadHarper } from "#worker/threads/check/load-harper.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";
import { loadReader } from "#worker/threads/check/load-reader.ts";
import { isMailed, percent, shareWithInterval } from "./sentence-figures.ts";

/**
 * Prints one table of the grammar check on sentences that its rules were not written to: `node test/bench/language/held-out.ts <folder> [--last]
 * [--write]`. The folder holds files of LanguageTool's examples and of JFLEG (a kind, tab, sentence), which stay out of the repository; a file
 * that is missing is left out. test/bench/make/make-held-out.ts makes the folder. LanguageTool's are split by rule: `dev` was looked at, `aside`
 * is looked at with `--last` alone, at the end. Many “right” sentences hold another mistake: judged-right.tsv says which, by their hashes.
 * `--show FILE` writes the right sentences with something mailed that it lacks into a file, to be judged.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    last: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    show: { type: "string" },
  },
});
const [folder] = positionals;
if (!folder) throw new Error("Say which folder holds the sentences.");

type Source = { name: string; file: string; goal: string; isLast?: true };
/** Hashes of sentences that were read, each with what they are: a mistake, taste, or a false alarm. */
const VERDICTS: ReadonlyMap<string, string> = new Map(
  readFileSync(new URL("judged-right.tsv", import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [hash = "", verdict = ""] = line.split("\t");
      return [hash, verdict];
    }),
);
const HASH_LENGTH = 16;
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, HASH_LENGTH);
const unread: string[] = [];
const OWN = new URL("sentences/", import.meta.url).pathname;
const SOURCES: readonly Source[] = [
  { name: "LanguageTool, wrong, rules seen", file: `${folder}/lt-wrong-dev.tsv`, goal: "≥ 25 %" },
  { name: "LanguageTool, right, rules seen", file: `${folder}/lt-right-dev.tsv`, goal: "≤ 1 %" },
  { name: "LanguageTool, wrong, rules not seen", file: `${folder}/lt-wrong-aside.tsv`, goal: "≥ 25 %", isLast: true },
  {
    name: "LanguageTool, right, rules not seen (false alarms read once before, then mended)",
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
  {
    name: "everyday slips of our own, four rounds (written before the rules of each round, then mended)",
    file: `${OWN}everyday-wrong.tsv`,
    goal: "≥ 68 %",
  },
  { name: "right sentences of our own, like these", file: `${OWN}everyday-right.tsv`, goal: "≤ 2.5 %" },
];

const lexicon = await loadLexicon();
const check = createCheckGrammar({
  lintWithHarper: loadHarper(),
  readSentence: loadReader(),
  isWord: (word, language) => lexicon.words(language).correct(word),
});

async function lineFor({ name, file, goal }: Source): Promise<string> {
  const sentences = readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t")[1] ?? "");
  let [mailed, shown, wrongly] = [0, 0, 0];
  for (const text of sentences) {
    const findings = await check({ text, kind: "paragraph" }, "en-US");
    if (findings.length > 0) shown++;
    if (!findings.some(isMailed)) continue;
    mailed++;
    const verdict = VERDICTS.get(hashOf(text));
    if (verdict !== "mistake") wrongly++;
    if (verdict === undefined && goal.startsWith("≤")) {
      const said = findings.filter(isMailed).map((finding) => `${finding.text} → ${finding.suggestions[0] ?? ""}`);
      unread.push(`${hashOf(text)}\t\t${text}\t${said.join("; ")}`);
    }
  }
  const rows = sentences.length;
  const falseAlarms = goal.startsWith("≤") ? shareWithInterval(wrongly, rows) : "";
  return `| ${name} | ${rows} | ${goal} | ${shareWithInterval(mailed, rows)} | ${falseAlarms} | ${percent(shown, rows)} |`;
}

const lines = [
  "| sentences | rows | must reach | something mailed (95 % interval) | without those that hold a mistake, by reading | something shown |",
  "|---|---|---|---|---|---|",
];
for (const source of SOURCES) {
  if (!existsSync(source.file) || (source.isLast && !values.last)) continue;
  lines.push(await lineFor(source));
}
const table = `${lines.join("\n")}\n`;
process.stdout.write(table);
if (values.show) writeFileSync(values.show, `${unread.join("\n")}\n`);
if (values.write) writeFileSync(new URL("held-out.result.md", import.meta.url), table);
