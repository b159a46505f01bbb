import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import type { ReportFinding } from "#worker/core/report/report.ts";
import { checkCases } from "./check-cases.ts";
import { timeSuggestions, timeText } from "./check-times.ts";
import { halfFrom, readRows } from "./halves.ts";

/**
 * Measures the text checks on third-party corpora, each case read from a web page by `npm run check`:
 * `node test/bench/language/language.ts <folder of the corpora> [--half development|aside|all] [--limit N] [--show] [--write]`.
 * `--limit`: rows of each corpus; `--show`: prints every false alarm and every miss; `--write`: stores the table in
 * language.<half>.result.md.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    half: { type: "string" },
    limit: { type: "string", default: "100000" },
    show: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const [folder] = positionals;
if (!folder) throw new Error("Say which folder holds the corpora.");
const half = halfFrom(process.argv);

/** Ordinary sentences that carry a misspelt word. */
const CARRIERS = [
  (word: string) => `They saw ${word} there today.`,
  (word: string) => `We have to think about ${word} before the end of the week.`,
  (word: string) => `In the end it was ${word} that the people remembered.`,
  (word: string) => `She wrote to us that ${word} would not be needed any more.`,
  (word: string) => `Please read the page on ${word} and tell us what you think.`,
];

type Line = { what: string; before: string; goal: string; mailed: string; shown: string };
const table: Line[] = [];
const rows = (file: string) => readRows(`${folder}/${file}`, half).slice(0, Number(values.limit));
const print = (line: string) => process.stdout.write(`${line}\n`);
const isMailed = ({ confidence }: ReportFinding) => confidence >= MAIL_CONFIDENCE;
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const inOneOf = (count: number, words: number) =>
  count === 0 ? `none in ${words}` : `1 in ${Math.round(words / count)} (${count})`;
const inWords = ({ confidence, rule, text, suggestions, excerpt }: ReportFinding) =>
  `${confidence.toFixed(2)} ${rule} “${text}” → ${suggestions.join(" | ")} :: ${excerpt}`;

async function measureSpelling(): Promise<void> {
  const pairs = rows("spelling.tsv").map(([wrong = "", right = ""], at) => {
    const carry = CARRIERS[at % CARRIERS.length] ?? CARRIERS[0];
    return { wrong, right, wrongText: carry?.(wrong) ?? wrong, rightText: carry?.(right) ?? right };
  });
  const found = await checkCases(
    pairs.map(({ wrongText }) => wrongText),
    { lang: "en-US", only: ["spelling"] },
  );
  const results = pairs.map((pair, at) => ({ ...pair, finding: found[at]?.find(({ text }) => text === pair.wrong) }));
  const count = (test: (result: (typeof results)[number]) => boolean | undefined) =>
    percent(results.filter(test).length, results.length);
  const [goal, before] = ["≥ 99.5 %", "100 %"];
  table.push({
    what: "misspellings found",
    before,
    goal,
    mailed: count(({ finding }) => finding && isMailed(finding)),
    shown: count(({ finding }) => finding !== undefined),
  });
  const first = count(({ finding, right }) => finding?.suggestions[0] === right);
  const three = count(({ finding, right }) => finding?.suggestions.slice(0, 3).includes(right));
  table.push({ what: "first suggestion right", before: "78.1 %", goal: "≥ 90 %", mailed: "", shown: first });
  table.push({ what: "among the first three", before: "86.7 %", goal: "≥ 96 %", mailed: "", shown: three });
  const times = await timeSuggestions(pairs.map(({ wrongText, rightText }) => ({ wrong: wrongText, right: rightText })));
  const shown = `${times.median.toFixed(1)} / ${times.worst.toFixed(0)} ms`;
  table.push({ what: "time a suggestion, median / worst", before: "7 ms", goal: "≤ 3 / ≤ 60 ms", mailed: "", shown });
  if (!values.show) return;
  for (const { wrong, right, finding } of results)
    if (finding?.suggestions[0] !== right) print(`${wrong} → ${finding?.suggestions.join(" | ") ?? "not found"} (${right})`);
}

async function measureSentences(file: string, line: Pick<Line, "what" | "before" | "goal">, isWrong: boolean): Promise<void> {
  const sentences = rows(file).map(([sentence = ""]) => sentence);
  const found = await checkCases(sentences, { lang: "en-US", only: ["grammar"] });
  const mailed = found.filter((findings) => findings.some(isMailed)).length;
  const shown = found.filter((findings) => findings.length > 0).length;
  table.push({ ...line, mailed: percent(mailed, sentences.length), shown: percent(shown, sentences.length) });
  if (values.show && !isWrong) for (const finding of found.flat()) print(inWords(finding));
}

async function measureClean(): Promise<void> {
  const paragraphs = rows("prose-clean.tsv");
  const texts = paragraphs.map(([paragraph = ""]) => paragraph);
  const words = texts.join(" ").split(/\s+/u).length;
  const findings: ReportFinding[] = [];
  // Each origin is a site of its own without a set dialect.
  for (const group of Map.groupBy(paragraphs, ([, origin]) => origin).values()) {
    const cases = group.map(([paragraph = ""]) => paragraph);
    findings.push(...(await checkCases(cases, { lang: "en", only: ["spelling", "grammar"] })).flat());
  }
  for (const check of ["spelling", "grammar"] as const) {
    const found = findings.filter((finding) => finding.check === check);
    if (values.show) for (const finding of found) print(inWords(finding));
    table.push({
      what: `false ${check} alarms on clean prose, words`,
      before: "measure",
      goal: "≤ 1 in 3,000",
      mailed: inOneOf(found.filter(isMailed).length, words),
      shown: inOneOf(found.length, words),
    });
  }
  const others = ["correct-lt.tsv", "grammar-lt.tsv", "grammar-harper.tsv"].flatMap((file) =>
    rows(file).map(([text = ""]) => text),
  );
  const { byProcessor, byClock } = await timeText(texts, others);
  const what = "text checked per second and core, everything on (by processor time; by the clock)";
  const shown = `${byProcessor.toFixed(0)} KB; ${byClock.toFixed(0)} KB`;
  table.push({ what, before: "45 KB", goal: "≥ 150 KB", mailed: "", shown });
}

await measureSpelling();
await measureSentences(
  "grammar-lt.tsv",
  { what: "wrong sentences flagged, grammar-lt", before: "22.2 %", goal: "≥ 35 %" },
  true,
);
await measureSentences(
  "correct-lt.tsv",
  { what: "correct sentences flagged, correct-lt", before: "14.7 %", goal: "≤ 2.5 %" },
  false,
);
await measureClean();

const result = [
  `Half: ${half}. “Mailed”: sure enough to be e-mailed; “all”: shown on the site, too.`,
  "",
  "| what | today's parts | must reach | now, mailed | now, all |",
  "|---|---|---|---|---|",
  ...table.map(({ what, before, goal, mailed, shown }) => `| ${what} | ${before} | ${goal} | ${mailed} | ${shown} |`),
].join("\n");
print(result);
if (values.write) writeFileSync(new URL(`language.${half}.result.md`, import.meta.url), `${result}\n`);
