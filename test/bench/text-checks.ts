import { readFileSync } from "node:fs";
import { loadHarper } from "#worker/checking/load-harper.ts";
import { loadLexicon } from "#worker/checking/load-lexicon.ts";
import type { CheckedBlock } from "#worker/core/checks/check.ts";
import { checkBlock } from "#worker/core/checks/check-block.ts";
import { type CheckId, type Finding, MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { isForeignText } from "#worker/core/checks/foreign-text.ts";
import { createTextChecks } from "#worker/core/checks/registry.ts";
import type { Language } from "#worker/core/languages.ts";

/**
 * How good the text checks are, over the corpora in a folder (first argument; see its README for what they are):
 * `node test/bench/text-checks.ts <folder> [--show]`. With `--show`, also every false alarm.
 */
const folder = process.argv[2];
const isShown = process.argv.includes("--show");
if (!folder) throw new Error("Say which folder holds the corpora.");

const lexicon = await loadLexicon();
const checks = createTextChecks({ lexicon, lintWithHarper: loadHarper(), version: "bench" });
const setup = { checks, isForeignText: (text: string, language: Language) => isForeignText(text, language, lexicon) };

async function check(text: string, only: CheckId[]): Promise<CheckedBlock> {
  const block = { hash: "bench", kind: "paragraph" as const, lang: "en-US", text };
  const checked = await checkBlock(block, { siteLanguage: "auto", pageLang: null, only }, setup);
  // Words that tell American from British English are no alarms: a whole site is judged by them.
  return { ...checked, findings: checked.findings.filter(({ confidence }) => confidence > 0) };
}

function rows(file: string): string[][] {
  const lines = readFileSync(`${folder}/${file}`, "utf8").trimEnd().split("\n");
  return lines.map((line) => line.split("\t"));
}

const table: { measure: string; all: string; mailed: string }[] = [];
const isMailed = ({ confidence }: Finding) => confidence >= MAIL_CONFIDENCE;
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const print = (line: string) => process.stdout.write(`${line}\n`);

async function measureSpelling(): Promise<void> {
  const pairs = rows("spelling.tsv");
  const count = { found: 0, mailed: 0, first: 0, three: 0 };
  const started = performance.now();
  for (const [wrong = "", right = ""] of pairs) {
    const { findings } = await check(`They saw ${wrong} there today`, ["spelling"]);
    const finding = findings.find(({ text }) => text === wrong);
    if (finding) count.found++;
    if (finding && isMailed(finding)) count.mailed++;
    if (finding?.suggestions[0] === right) count.first++;
    if (finding?.suggestions.slice(0, 3).includes(right)) count.three++;
  }
  const each = (performance.now() - started) / pairs.length;
  table.push({
    measure: "misspellings found",
    all: percent(count.found, pairs.length),
    mailed: percent(count.mailed, pairs.length),
  });
  table.push({ measure: "first suggestion right", all: percent(count.first, pairs.length), mailed: "" });
  table.push({ measure: "among the first three", all: percent(count.three, pairs.length), mailed: "" });
  table.push({ measure: "time for a misspelling", all: `${each.toFixed(1)} ms`, mailed: "" });
}

async function measureSentences(file: string, what: string, isTold = false): Promise<void> {
  const sentences = rows(file);
  let flagged = 0;
  let mailed = 0;
  for (const [sentence = ""] of sentences) {
    const { findings } = await check(sentence, ["grammar"]);
    if (findings.length > 0) flagged++;
    if (findings.some(isMailed)) mailed++;
    if (isTold && isShown) for (const finding of findings) print(shown(finding));
  }
  table.push({
    measure: `${what} (${file})`,
    all: percent(flagged, sentences.length),
    mailed: percent(mailed, sentences.length),
  });
}

async function measureClean(): Promise<void> {
  const paragraphs = rows("prose-clean.tsv").map(([paragraph = ""]) => paragraph);
  const words = paragraphs.join(" ").split(/\s+/u).length;
  const started = performance.now();
  const findings: Finding[] = [];
  for (const paragraph of paragraphs) findings.push(...(await check(paragraph, ["spelling", "grammar"])).findings);
  const seconds = (performance.now() - started) / 1000;
  for (const id of ["spelling", "grammar"] as const) {
    const found = findings.filter((finding) => finding.check === id);
    if (isShown) for (const finding of found) print(shown(finding));
    const rate = (count: number) => (count === 0 ? "none" : `${count}: 1 in ${Math.round(words / count)} words`);
    table.push({
      measure: `${id} alarms in clean prose`,
      all: rate(found.length),
      mailed: rate(found.filter(isMailed).length),
    });
  }
  table.push({
    measure: "speed, all checks",
    all: `${Math.round(paragraphs.join("").length / 1000 / seconds)} KB/s`,
    mailed: "",
  });
}

function shown({ confidence, rule, text, suggestions, excerpt }: Finding): string {
  return `${confidence.toFixed(2)} ${rule} “${text}” → ${suggestions.join(" | ")} :: ${excerpt.slice(0, 150)}`;
}

await measureSpelling();
await measureSentences("grammar-lt.tsv", "wrong sentences flagged");
await measureSentences("grammar-harper.tsv", "wrong sentences flagged");
await measureSentences("correct-lt.tsv", "correct sentences flagged", true);
await measureClean();
print(["measure".padEnd(52), "all".padEnd(26), "mailed"].join(""));
for (const { measure, all, mailed } of table) print([measure.padEnd(52), all.padEnd(26), mailed].join(""));
