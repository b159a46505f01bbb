import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  type LanguageToolMatch,
  languageToolAnswer,
  languageToolCode,
} from "#worker/core/checks/grammar/linters/language-tool-reports.ts";
import { isLanguage, type Language } from "#worker/core/language/languages.ts";
import { readRows } from "./halves.ts";

/**
 * Measures each rule of a running LanguageTool server and writes worker/core/checks/grammar/linters/language-tool-rules.json, the rules whose
 * matches are mailed: `node test/bench/language/language-tool-rules.ts <folder of the corpora> --url URL [--pairs FILE]… [--prose FILE]…`.
 * `--pairs`: more English sentences, wrong, tab, corrected; `--prose`: more edited English, one paragraph a line.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: "string" },
    pairs: { type: "string", multiple: true, default: [] },
    prose: { type: "string", multiple: true, default: [] },
  },
});
const [folder] = positionals;
if (!folder || !values.url) throw new Error("Say which folder holds the corpora, and the server's --url.");
const { url } = values;

const OUTPUT = "worker/core/checks/grammar/linters/language-tool-rules.json";
/** Characters of one request. */
const MOST_CHARACTERS = 4_000;
const BETWEEN = "\n\n";
/** Share of a rule's alarms among its matches that is too much. */
const MOST_ALARMS = 0.05;

/** Sentences in which a rule found the mistake, and right ones that it flags. */
type Count = { found: number; alarms: number };
const counts = new Map<string, Count>();

function add(rules: ReadonlySet<string>, as: keyof Count): void {
  for (const rule of rules) {
    const known = counts.get(rule) ?? { found: 0, alarms: 0 };
    known[as]++;
    counts.set(rule, known);
  }
}

const without = (rules: ReadonlySet<string>, others: ReadonlySet<string> = new Set()) =>
  new Set([...rules].filter((rule) => !others.has(rule)));

/** Counts pairs of wrong and corrected text. Corrections may leave other mistakes, so rules that match both count neither way. */
async function countPairs(pairs: readonly (readonly string[])[]): Promise<void> {
  const wrong = await rulesIn(column(pairs, 0), "en-US");
  const right = await rulesIn(column(pairs, 1), "en-US");
  for (const [at, rules] of wrong.entries()) add(without(rules, right[at]), "found");
  for (const [at, rules] of right.entries()) add(without(rules, wrong[at]), "alarms");
}

async function countAll(texts: readonly string[], language: Language, as: keyof Count): Promise<void> {
  for (const rules of await rulesIn(texts, language)) add(rules, as);
}

/** Returns the rules with a match in each text. */
async function rulesIn(texts: readonly string[], language: Language): Promise<Set<string>[]> {
  const found: Set<string>[] = [];
  for (const batch of batchesOf(texts)) {
    const matches = await requestMatches(batch.join(BETWEEN), language);
    let start = 0;
    for (const text of batch) {
      const end = start + text.length;
      found.push(new Set(matches.filter(({ offset }) => offset >= start && offset < end).map(({ rule }) => rule.id)));
      start = end + BETWEEN.length;
    }
  }
  return found;
}

function batchesOf(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    if (length + text.length > MOST_CHARACTERS) {
      batches.push([]);
      length = 0;
    }
    batches.at(-1)?.push(text);
    length += text.length + BETWEEN.length;
  }
  return batches;
}

async function requestMatches(text: string, language: Language): Promise<LanguageToolMatch[]> {
  const body = new URLSearchParams({ text, language: languageToolCode(language), level: "default" });
  const response = await fetch(`${url}/v2/check`, { method: "POST", body });
  if (!response.ok) throw new Error(`LanguageTool answered with status ${response.status}.`);
  return languageToolAnswer.parse(await response.json()).matches;
}

const column = (rows: readonly (readonly string[])[], at: number) => rows.map((row) => row[at] ?? "");
const linesOf = (file: string) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");

const sentences = join(import.meta.dirname, "sentences");
const ownRows = (kind: "wrong" | "right") =>
  ["development", "last-check"].flatMap((part) => column(readRows(join(sentences, `${part}-${kind}.tsv`), "all"), 1));
const pairs = [`${folder}/grammar-harper.tsv`, ...values.pairs].flatMap((file) => readRows(file, "all"));

await countPairs(pairs);
await countAll(ownRows("wrong"), "en-US", "found");
await countAll(ownRows("right"), "en-US", "alarms");
await countAll(
  [...column(readRows(`${folder}/prose-clean.tsv`, "all"), 0), ...values.prose.flatMap(linesOf)],
  "en-US",
  "alarms",
);

const slips = join(import.meta.dirname, "slips");
for (const file of readdirSync(slips)) {
  const name = file.replace(/\.tsv$/, "");
  const language = name === "pt" ? "pt-BR" : name;
  if (!isLanguage(language)) throw new Error(`${file} is named after no language that we check.`);
  const rows = readRows(join(slips, file), "all");
  await countAll(
    column(
      rows.filter(([kind]) => kind !== "right"),
      1,
    ),
    language,
    "found",
  );
  await countAll(
    column(
      rows.filter(([kind]) => kind === "right"),
      1,
    ),
    language,
    "alarms",
  );
}

const earned = [...counts].filter(([, { found, alarms }]) => found > 0 && alarms <= MOST_ALARMS * found).map(([rule]) => rule);
writeFileSync(OUTPUT, `${JSON.stringify(earned.toSorted(), null, 2)}\n`);
process.stdout.write(`${earned.length} of ${counts.size} rules with a match are mailed.\n`);
