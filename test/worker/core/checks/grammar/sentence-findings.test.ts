import { describe, expect, it } from "vitest";
import { mergeReports, sentenceFindings } from "#worker/core/checks/grammar/sentence-findings.ts";
import type { SentenceReport } from "#worker/core/checks/grammar/sentence-report.ts";

function report(changes: Partial<SentenceReport>): SentenceReport {
  return {
    rule: "r",
    by: "b",
    severity: "error",
    confidence: 0.8,
    message: "m",
    start: 0,
    end: 5,
    suggestions: ["s"],
    ...changes,
  };
}

describe("mergeReports", () => {
  it("keeps the surest of reports that overlap", () => {
    const sure = report({ confidence: 0.9, start: 3, end: 8 });
    expect(mergeReports([report({}), sure, report({ start: 7, end: 9 })])).toEqual([sure]);
  });

  it("keeps the one that says what to write, then the shorter", () => {
    const silent = report({ suggestions: [], start: 0, end: 2 });
    const short = report({ end: 3 });
    expect(mergeReports([silent, report({}), short])).toEqual([short]);
  });

  it("keeps reports side by side, in the order of the text", () => {
    const first = report({ start: 0, end: 3 });
    const second = report({ start: 3, end: 6, confidence: 0.9 });
    expect(mergeReports([second, first])).toEqual([first, second]);
  });
});

describe("sentenceFindings", () => {
  it("leaves out what touches an object that is not read, and rules that are off", () => {
    const text = "It is a \uFFFC apple, by be far.";
    const findings = sentenceFindings(
      [
        report({ start: 6, end: 7 }),
        report({ by: "pattern/by-be", start: 17, end: 22 }),
        report({ by: "languagetool/X", start: 10, end: 15, confidence: 0.9 }),
        report({ start: 23, end: 26 }),
      ],
      text,
    );
    expect(findings.map((finding) => finding.text)).toEqual(["far"]);
  });
});
