import type { English } from "#worker/core/language/languages.ts";
import type { CheckBudget } from "../../check-budget.ts";
import type { Token } from "../engine/token.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { hasHarperCue } from "./harper-cues.ts";
import { HARPER_GROUPS, type HarperGroup } from "./harper-rules.ts";
import { plainMessage } from "./plain-message.ts";

/** A message of Harper about a range of a text. `start` and `end` are in UTF-16 code units. */
export type HarperLint = {
  harperRule: string;
  message: string;
  start: number;
  end: number;
  suggestions: { kind: "replace" | "remove" | "insert-after"; text: string }[];
};

/** Runs Harper once it is loaded (see worker/checking). Rejects if Harper panicked; it cannot be used after that. */
export type LintWithHarper = (text: string, language: English) => Promise<HarperLint[]>;

const GROUP_OF = new Map<string, HarperGroup>(
  HARPER_GROUPS.flatMap((group) => group.harper.map((name) => [name, group] as const)),
);

/** Names, in Harper's spelling, of the rules to turn on. */
export const HARPER_RULE_NAMES: readonly string[] = [...GROUP_OF.keys()];

/** Returns Harper's reports on the sentences of a text that have a cue. Stops early if the budget is spent. */
export async function askHarper(
  { text, tokens, language }: { text: string; tokens: readonly Token[]; language: English },
  { lintWithHarper, budget }: { lintWithHarper: LintWithHarper; budget: CheckBudget },
): Promise<SentenceReport[]> {
  const edges = tokens.filter(({ kind }) => kind === "edge").map(({ start }) => start);
  const reports: SentenceReport[] = [];
  for (const [at, start] of edges.slice(0, -1).entries()) {
    const sentence = text.slice(start, edges[at + 1]);
    if (!hasHarperCue(sentence)) continue;
    if (budget.isSpent()) break;
    const lints = await lintWithHarper(sentence, language);
    const placed = lints.map((lint) => ({ ...lint, start: lint.start + start, end: lint.end + start }));
    reports.push(...harperReports(text, placed));
  }
  return reports;
}

/** Returns the messages of Harper about a text as reports. */
function harperReports(text: string, lints: readonly HarperLint[]): SentenceReport[] {
  return lints.flatMap((lint) => {
    const group = GROUP_OF.get(lint.harperRule);
    const { start, end } = lint;
    if (!group || start >= end) return [];
    const written = text.slice(start, end);
    const report = {
      rule: group.rule,
      by: `harper/${lint.harperRule}`,
      severity: group.severity,
      confidence: group.confidence,
      message: plainMessage(lint.message),
      start,
      end,
      suggestions: lint.suggestions.map((suggestion) => replacement(written, suggestion)),
    };
    return [withWordsAround(report, text)];
  });
}

/** Number of characters on each side in which the next word is searched for. */
const LONGEST_AROUND = 60;
const LAST_WORD = /(?<!\S)\S+\s*$/u;
const FIRST_WORD = /^\s*\S+/u;

/**
 * Extends a report to the word before it if it only removes words ("reason of why"), and to the words on both sides if it is a
 * gap ("advantage the"), because its range would show no text otherwise.
 */
function withWordsAround(report: SentenceReport, text: string): SentenceReport {
  const isGap = text.slice(report.start, report.end).trim() === "";
  if (!isGap && !report.suggestions.includes("")) return report;
  const before = LAST_WORD.exec(text.slice(Math.max(0, report.start - LONGEST_AROUND), report.start))?.[0] ?? "";
  const after = isGap ? (FIRST_WORD.exec(text.slice(report.end, report.end + LONGEST_AROUND))?.[0] ?? "") : "";
  const suggestions = report.suggestions.map((suggestion) => `${before}${suggestion}${after}`.replace(/\s+/gu, " ").trim());
  return { ...report, start: report.start - before.length, end: report.end + after.length, suggestions };
}

function replacement(written: string, { kind, text }: HarperLint["suggestions"][number]): string {
  switch (kind) {
    case "replace":
      return text;
    case "remove":
      return "";
    case "insert-after":
      return written + text;
    default:
      return kind satisfies never;
  }
}
