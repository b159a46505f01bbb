import { describe, expect, it } from "vitest";
import { formatReport } from "#worker/core/report/format-report.ts";
import { listNotChecked } from "#worker/core/report/not-checked.ts";
import type { Report, ReportFinding } from "#worker/core/report/report.ts";
import { COLOUR_STYLE, PLAIN_STYLE } from "#worker/core/report/text-style.ts";

const HOME = "https://bakery.example/";
const stats = { pages: 3, rendered: 0, blocks: 40, uniqueBlocks: 21, links: 12, ms: 1234, peakRssMB: 120 };

function makeReport(...findings: Partial<ReportFinding>[]): Report {
  const usual: ReportFinding = {
    check: "spelling",
    rule: "spelling/unknown-word",
    severity: "error",
    confidence: 0.9,
    message: "“recieve” is misspelled.",
    text: "recieve",
    suggestions: ["receive"],
    excerpt: "You will recieve your bread.",
    occurrences: [{ url: HOME, selector: "p", block: "hash" }],
  };
  return { site: HOME, pages: [], findings: findings.map((fields) => ({ ...usual, ...fields })), stats };
}

const places = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ url: `${HOME}${index + 1}`, selector: "p", block: "hash" }));

describe("formatReport", () => {
  it("formats a complete report", () => {
    const report = makeReport(
      {},
      { check: "links", text: `${HOME}menu`, message: "This page does not exist (404).", suggestions: [], excerpt: "Our menu" },
      { text: "flour", message: "Perhaps “flower”?", excerpt: "A bunch of flour.", confidence: 0.3, suggestions: [] },
    );
    const notChecked = listNotChecked(new Map([["page-limit", { count: 12 }] as const]));
    expect(formatReport(report, notChecked, PLAIN_STYLE)).toBe(`\
2 spelling mistakes, 1 link issue on 3 pages of https://bakery.example/ (21 texts and 12 links in 1.2 s).

Spelling (1)

  recieve → receive
    “recieve” is misspelled.
    “You will [recieve] your bread.”
    https://bakery.example/

Links (1)

  https://bakery.example/menu
    This page does not exist (404).
    Link text: “Our menu”
    https://bakery.example/

Possible issues (1), of which we are less sure

  flour
    Perhaps “flower”?
    “A bunch of [flour].”
    https://bakery.example/

Not checked
  We did not visit 12 pages because of the page limit.
`);
  });

  it("says that nothing was found", () => {
    expect(formatReport(makeReport(), [], PLAIN_STYLE)).toBe(
      "No issues on 3 pages of https://bakery.example/ (21 texts and 12 links in 1.2 s).\n",
    );
  });

  it("does not mention texts if none were read", () => {
    const report = { ...makeReport(), stats: { ...stats, uniqueBlocks: 0 } };
    expect(formatReport(report, [], PLAIN_STYLE)).toContain("(12 links in 1.2 s)");
  });

  it("lists five pages and counts the rest", () => {
    const text = formatReport(makeReport({ occurrences: places(9) }), [], PLAIN_STYLE);
    expect(text).toContain(`${HOME}5\n    and 4 more pages`);
    expect(text).not.toContain(`${HOME}6`);
  });

  it("lists a page once that has the mistake twice", () => {
    const text = formatReport(makeReport({ occurrences: [...places(1), ...places(1)] }), [], PLAIN_STYLE);
    expect(text.match(/bakery\.example\/1/g)).toHaveLength(1);
  });

  it("shortens a long sentence around its mistake", () => {
    const excerpt = `${"before ".repeat(100)}recieve${" after".repeat(100)}`;
    const line = formatReport(makeReport({ excerpt }), [], PLAIN_STYLE)
      .split("\n")
      .find((part) => part.includes("[recieve]"));
    expect(line?.length).toBeLessThan(200);
    expect(line).toMatch(/“…before .*before \[recieve\] after .*after…”/);
  });

  it("shows a suggestion to leave words out", () => {
    expect(formatReport(makeReport({ suggestions: [""] }), [], PLAIN_STYLE)).toContain("recieve → (leave it out)");
  });

  it("removes control characters from crawled text", () => {
    const hostile = {
      text: "\u001b[2Jboo",
      excerpt: "say \u001b[2Jboo\u0007 \u202enow",
      message: "a\r\nb",
      suggestions: ["\u009b1m"],
    };
    const occurrences = [{ url: `${HOME}\u001b]0;owned`, selector: "p", block: null }];
    for (const check of ["spelling", "links"] as const) {
      expect(formatReport(makeReport({ ...hostile, check, occurrences }), [], PLAIN_STYLE)).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    }
  });

  it("marks the mistake in colour without losing the brackets", () => {
    expect(formatReport(makeReport({}), [], COLOUR_STYLE)).toContain("You will \u001b[31;1m[recieve]\u001b[39;22m your bread.");
  });
});

describe("listNotChecked", () => {
  it("leaves out zero counts and keeps one order", () => {
    const counts = new Map([
      ["interrupted", { count: 1 }],
      ["robots", { count: 0 }],
      ["trap-path", { count: 1, example: "https://bakery.example/a/a/a/a" }],
    ] as const);
    expect(listNotChecked(counts)).toEqual([
      {
        code: "trap-path",
        count: 1,
        example: "https://bakery.example/a/a/a/a",
        message: "We did not visit 1 address that repeats the same folders, such as bakery.example/a/a/a/a.",
      },
      { code: "interrupted", count: 1, message: "We did not visit 1 page, because the crawl was stopped." },
    ]);
  });
});
