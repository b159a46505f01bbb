import { OBJECT_PLACEHOLDER } from "../../page/block.ts";
import { excerptAround } from "../excerpt.ts";
import type { Finding } from "../finding.ts";
import { keepFirstOfOverlapping } from "../overlap.ts";
import { isRuleOn } from "./rules-on.ts";
import type { SentenceReport } from "./sentence-report.ts";

/**
 * Returns the Findings for reports about a text. Leaves out rules that are off and ranges near an object, and keeps one of
 * several overlapping reports.
 */
export function sentenceFindings(reports: readonly SentenceReport[], text: string): Finding[] {
  const sound = reports.filter((report) => isRuleOn(report.by) && !isNearObject(report, text));
  return mergeReports(sound).map((report) => findingFor(report, text));
}

/** Returns true if a range contains or touches an object ("a \uFFFC apple"), so that its text is not fully known. */
function isNearObject({ start, end }: SentenceReport, text: string): boolean {
  return text.slice(Math.max(0, start - 2), end + 2).includes(OBJECT_PLACEHOLDER);
}

/**
 * Keeps, of reports that overlap, the one with the highest confidence; if equal, one with a suggestion, then the shorter. Returns
 * them in the order of the text.
 */
export function mergeReports(reports: readonly SentenceReport[]): SentenceReport[] {
  const bestFirst = [...reports].sort(
    (a, b) =>
      b.confidence - a.confidence ||
      Math.sign(b.suggestions.length) - Math.sign(a.suggestions.length) ||
      a.end - a.start - (b.end - b.start) ||
      a.start - b.start,
  );
  return keepFirstOfOverlapping(bestFirst, (report) => report).sort((a, b) => a.start - b.start);
}

const MOST_SUGGESTIONS = 4;

/** Returns a report as a Finding about its Block. */
function findingFor({ start, end, rule, severity, confidence, message, suggestions }: SentenceReport, text: string): Finding {
  const written = text.slice(start, end);
  return {
    check: "grammar",
    rule,
    severity,
    confidence,
    message,
    text: written,
    suggestions: [...new Set(suggestions)].slice(0, MOST_SUGGESTIONS),
    excerpt: excerptAround(text, { start, end }),
    range: { start, end },
    subject: written.normalize("NFC").toLowerCase().replace(/’/gu, "'"),
  };
}
