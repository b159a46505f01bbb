import type { ReportRun } from "#worker/core/report/formats/report-run.ts";
import type { Report, ReportChange, ReportFinding } from "#worker/core/report/report.ts";

const HOME = "https://bakery.example/";

/** A spelling mistake as a report has it; `fields` replace what a test is about. */
export function makeReportFinding(fields: Partial<ReportFinding> = {}): ReportFinding {
  return {
    check: "spelling",
    rule: "spelling/unknown-word",
    severity: "error",
    confidence: 0.9,
    message: "“recieve” is not a word we know.",
    text: "recieve",
    suggestions: ["receive"],
    excerpt: "You will recieve your bread.",
    occurrences: [{ url: `${HOME}bread`, selector: "main > p", block: "1" }],
    ...fields,
  };
}

export function makeReportRun(findings: ReportFinding[], changes?: ReportChange[], fields: Partial<ReportRun> = {}): ReportRun {
  const stats = { pages: 2, rendered: 0, blocks: 4, uniqueBlocks: 4, links: 3, ms: 1500, peakRssMB: 100 };
  const report: Report = { site: HOME, pages: [], findings, stats, ...(changes ? { changes } : {}) };
  return { checks: ["spelling", "grammar", "links"], report, notChecked: [], failure: null, ...fields };
}
