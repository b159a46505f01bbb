import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { CheckedBlock } from "#worker/core/checks/check.ts";
import { type Finding, MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { createCheckPool } from "#worker/threads/check/check-pool.ts";

/**
 * Counts the everyday slips found and mailed in each language other than English, and the right sentences that are flagged:
 * `node test/bench/language/slips.ts [--show de] [--write]`. The sentences are in test/bench/language/slips, one file a language: kind, tab, sentence; the kind
 * of a right one is "right". `--show`: every miss and every false alarm of a language; `--write`: keeps the table in slips.result.md.
 */
const { values } = parseArgs({ options: { show: { type: "string" }, write: { type: "boolean", default: false } } });

const LANGUAGES = { de: "de", fr: "fr", es: "es", it: "it", nl: "nl", pt: "pt-BR" } as const;
const CHECKS = ["spelling", "grammar"] as const;

type Row = { kind: string; text: string };
type Judged = Row & { findings: readonly Finding[] };

function readSlips(name: string): Row[] {
  const lines = readFileSync(new URL(`slips/${name}.tsv`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const [kind = "", text = ""] = line.split("\t");
    return { kind, text };
  });
}

const shown = (findings: readonly Finding[]) => findings.filter(({ confidence }) => confidence > 0);
const mailed = (findings: readonly Finding[]) => findings.filter(({ confidence }) => confidence >= MAIL_CONFIDENCE);
const percent = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(0)} %)`;
const inWords = ({ confidence, rule, text, suggestions }: Finding) =>
  `${confidence.toFixed(2)} ${rule} “${text}” → ${suggestions.join(" | ")}`;
const print = (line: string) => process.stdout.write(`${line}\n`);

/** The kinds with how many were mailed of each. */
function byKind(wrong: readonly Judged[]): string {
  const groups = Map.groupBy(wrong, ({ kind }) => kind);
  const hit = (rows: readonly Judged[]) => rows.filter(({ findings }) => mailed(findings).length > 0).length;
  return [...groups].map(([kind, rows]) => `${kind} ${hit(rows)}/${rows.length}`).join(", ");
}

const pool = createCheckPool({ threads: 1 });
const lines: string[] = [];
const details: string[] = [];
try {
  for (const [name, lang] of Object.entries(LANGUAGES)) {
    const rows = readSlips(name);
    const blocks = rows.map(({ text }, at) => ({ hash: `${name}-${at}`, kind: "paragraph" as const, lang, text }));
    const checked: CheckedBlock[] = await pool.checkBlocks(blocks, { siteLanguage: "auto", pageLang: lang, only: CHECKS });
    const judged = rows.map((row, at): Judged => ({ ...row, findings: checked[at]?.findings ?? [] }));
    const wrong = judged.filter(({ kind }) => kind !== "right");
    const right = judged.filter(({ kind }) => kind === "right");
    const found = wrong.filter(({ findings }) => shown(findings).length > 0).length;
    const sent = wrong.filter(({ findings }) => mailed(findings).length > 0).length;
    const alarms = right.filter(({ findings }) => mailed(findings).length > 0).length;
    const marks = right.filter(({ findings }) => shown(findings).length > 0).length;
    lines.push(
      `| ${name} | ${percent(found, wrong.length)} | ${percent(sent, wrong.length)} | ${percent(marks, right.length)} | ${percent(alarms, right.length)} |`,
    );
    details.push(`- ${name}: ${byKind(wrong)}`);
    if (values.show !== name && values.show !== "all") continue;
    for (const { kind, text, findings } of judged) {
      const isMissed = kind !== "right" && mailed(findings).length === 0;
      if (isMissed) print(`missed ${kind}: ${text} ${shown(findings).map(inWords).join("; ")}`);
      if (kind === "right") for (const finding of shown(findings)) print(`false: ${text} ${inWords(finding)}`);
    }
  }
} finally {
  await pool.close();
}

const result = [
  "| language | slips found | slips mailed | right sentences with something shown | with something mailed |",
  "|---|---|---|---|---|",
  ...lines,
  "",
  "Mailed, by kind:",
  "",
  ...details,
].join("\n");
print(result);
if (values.write) writeFileSync(new URL("slips.result.md", import.meta.url), `${result}\n`);
