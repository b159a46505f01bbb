import { writeFileSync } from "node:fs";
import { reportsFor } from "#worker/core/checks/grammar/check-grammar.ts";
import type { SentenceReport } from "#worker/core/checks/grammar/sentence-report.ts";
import { STYLE_RULES } from "#worker/core/style-rules.ts";
import { loadHarper } from "#worker/threads/check/load-harper.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";
import { loadReader } from "#worker/threads/check/load-reader.ts";
import { readRows } from "./halves.ts";

/**
 * Measures each grammar rule on the development half of the corpora in a folder (first argument): `node
 * test/bench/language/grammar-rules.ts <folder>` writes worker/core/checks/grammar/rule-table.json, which turns rules on or off (then
 * run `npm run format`).
 */
const folder = process.argv[2];
if (!folder) throw new Error("Say which folder holds the corpora.");

const OUTPUT = "worker/core/checks/grammar/rule-table.json";
/** Share of a rule's hits that must be on wrong text, at the position of the mistake. */
const LEAST_PRECISION = 0.75;

/** Rules that are on regardless of the figures, with the reason. */
const ON_ANYWAY = new Map([
  ["words/article", "the corrected sentences that it flags are wrong: “a older city”, “an large amount”, “an pedal bike”"],
  ["pattern/do-no-longer", "the corrected sentence that it flags is wrong: “the dependencies do no longer exist”"],
  ["pattern/small-i", "the corrected sentences that it flags are wrong: “so i may have”, “can i ask”"],
  ["pattern/each-rooms", "the corrected sentence that it flags is wrong: “Each children services are available”"],
  ["pattern/must-have-write", "the corrected sentence that it flags is wrong: “I never would have find it”"],
  ["pattern/for-example-we", "the paragraph that it flags lacks the comma: “For example if your service is aimed at”"],
  [
    "any-language/space-before-stop",
    "the corrected sentences that it flags have that space: “This is .”, “He insisted that .”; none of the right paragraphs has one",
  ],
]);

/** Reason why style advice stays on: right text may contain what it flags. */
const ADVICE = "advice about style, given only where an owner wants it";

type Row = { rule: string; wrong: number; inPlace: number; right: number; on: boolean; why?: string };

const lexicon = await loadLexicon();
const lintWithHarper = loadHarper();
const tools = {
  language: "en-US",
  lintWithHarper,
  readSentence: loadReader(),
  isWord: (word: string) => lexicon.words("en-US").correct(word),
  readingsOf: () => "",
  styleRules: STYLE_RULES,
} as const;
const rows = new Map<string, Row>();
const rowOf = ({ by }: SentenceReport): Row => {
  const row = rows.get(by) ?? { rule: by, wrong: 0, inPlace: 0, right: 0, on: true };
  rows.set(by, row);
  return row;
};

/** Returns the range of the first text that differs from the second. */
function placeOfChange(wrong: string, right: string): { start: number; end: number } {
  let start = 0;
  while (start < wrong.length && wrong[start] === right[start]) start++;
  let tail = 0;
  const most = Math.min(wrong.length, right.length) - start;
  while (tail < most && wrong[wrong.length - 1 - tail] === right[right.length - 1 - tail]) tail++;
  return { start, end: wrong.length - tail };
}

/** Returns the reports of the rules and of retext's advice. Our own style phrases are chosen one by one and not judged. */
async function allReports(text: string): Promise<SentenceReport[]> {
  const reports = await reportsFor({ text, kind: "paragraph" }, tools);
  const isAdvice = ({ rule }: SentenceReport) => rule.startsWith("grammar/style-");
  for (const report of reports) if (isAdvice(report)) ON_ANYWAY.set(report.by, ADVICE);
  return reports.filter((report) => !isAdvice(report) || report.by.startsWith("retext/"));
}

/**
 * Counts a pair of wrong and corrected text. Corrections may leave other mistakes, so reports outside the changed range count
 * neither way.
 */
async function countPair(wrong: string, right: string): Promise<void> {
  const place = placeOfChange(wrong, right);
  const elsewhere = new Set<string>();
  for (const report of await allReports(wrong)) {
    const row = rowOf(report);
    row.wrong++;
    if (report.start <= place.end && place.start <= report.end) row.inPlace++;
    else elsewhere.add(`${report.by} ${wrong.slice(report.start, report.end)}`);
  }
  for (const report of await allReports(right)) {
    if (!elsewhere.has(`${report.by} ${right.slice(report.start, report.end)}`)) rowOf(report).right++;
  }
}

async function countRight(text: string): Promise<void> {
  for (const report of await allReports(text)) rowOf(report).right++;
}

for (const file of ["grammar-lt.tsv", "grammar-harper.tsv"]) {
  for (const [wrong = "", right = ""] of readRows(`${folder}/${file}`, "development")) await countPair(wrong, right);
}
for (const [sentence = ""] of readRows(`${folder}/correct-lt.tsv`, "development")) await countRight(sentence);
for (const [paragraph = ""] of readRows(`${folder}/prose-clean.tsv`, "development")) await countRight(paragraph);

for (const row of rows.values()) {
  row.on = row.right === 0 || row.inPlace / (row.inPlace + row.right) >= LEAST_PRECISION;
  const why = ON_ANYWAY.get(row.rule);
  if (why !== undefined) Object.assign(row, { on: true, why });
}
const table = {
  about:
    "Made by test/bench/language/grammar-rules.ts: hits of each rule on wrong sentences, those at the place that is wrong, hits on right text (development halves). Rules not named were never met, and are on.",
  rules: [...rows.values()].sort((a, b) => b.inPlace - a.inPlace || a.right - b.right || a.rule.localeCompare(b.rule)),
};
writeFileSync(
  OUTPUT,
  `${JSON.stringify(table, null, 2).replace(/\{\n\s+("rule"[^}]*?)\n\s+\}/gu, (_row, cells: string) => `{ ${cells.replace(/\n\s+/gu, " ")} }`)}\n`,
);
const off = table.rules.filter(({ on }) => !on);
process.stdout.write(
  `${table.rules.length} rules met, ${off.length} off:\n${off.map(({ rule, inPlace, right }) => `  ${rule}: ${inPlace} to ${right}`).join("\n")}\n`,
);
