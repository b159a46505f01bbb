import { describe, expect, it } from "vitest";
import { mergeReports } from "#worker/core/checks/grammar/check-grammar.ts";
import { plainMessage } from "#worker/core/checks/grammar/linters/plain-message.ts";
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

describe("plainMessage", () => {
  it.each([
    ["Did you mean `there`?", "Did you mean “there”?"],
    ["Use 'apart from' here", "Use “apart from” here."],
    ["See <b>this</b> [rule](https://x.org).", "See this rule."],
    ["It's **not** *right*", "It's not right."],
  ])("makes %j plain", (message, plain) => {
    expect(plainMessage(message)).toBe(plain);
  });
});
