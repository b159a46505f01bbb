import { CHECK_KINDS, type CheckId } from "../../checks/check-kinds.ts";
import { type ItemStatus, listItems, type ReportItem } from "./list-items.ts";
import type { ReportRun } from "./report-run.ts";

/**
 * Formats reports as JUnit XML: one suite for each site, a failed case for each mistake and a passed case for each check without one. What may be
 * no mistake, and with a baseline what is known, is a skipped case. A failed crawl is an error.
 */
export function formatJunit(runs: readonly ReportRun[]): string {
  const suites = runs.map(suiteOf);
  const sum = (of: (suite: Suite) => number) => suites.reduce((total, suite) => total + of(suite), 0);
  const counts = `tests="${sum(({ tests }) => tests)}" failures="${sum(({ failures }) => failures)}" errors="${sum(({ errors }) => errors)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Flawless" ${counts}>\n${suites.map(({ xml }) => xml).join("")}</testsuites>\n`;
}

type Suite = { tests: number; failures: number; errors: number; xml: string };

function suiteOf({ report, checks, notChecked, failure }: ReportRun): Suite {
  const items = listItems(report).filter(({ finding }) => finding !== null);
  const failures = items.filter(({ status }) => status === "new").length;
  const clean = checks.filter((check) => !items.some((item) => item.check === check));
  const errors = failure ? 1 : 0;
  const cases = [
    ...(failure
      ? [testCase("crawl", "the crawl", `<error type="${xml(failure.code)}" message="${xml(failure.message)}"/>`)]
      : clean.map((check) => testCase(check, `no ${CHECK_KINDS[check].nouns[1]}`, ""))),
    ...items.map(caseOf),
  ];
  const head = `name="${xml(report.site)}" tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="${items.length - failures}" time="${(report.stats.ms / 1000).toFixed(3)}"`;
  const left = notChecked.map(({ message }) => xml(message)).join("\n");
  const out = left ? `    <system-out>${left}</system-out>\n` : "";
  return { tests: cases.length, failures, errors, xml: `  <testsuite ${head}>\n${cases.join("")}${out}  </testsuite>\n` };
}

function caseOf(item: ReportItem): string {
  const { check, rule, text, message, status, finding, places } = item;
  const reason = SKIPPED[status];
  if (reason) return testCase(check, text, `<skipped message="${reason}"/>`);
  const best = finding?.suggestions[0];
  const details = [best ? `Write: ${best}` : "", finding?.excerpt ?? "", ...places.map(({ url }) => url)].filter(
    (line) => line !== "",
  );
  return testCase(check, text, `<failure type="${xml(rule)}" message="${xml(message)}">${xml(details.join("\n"))}</failure>`);
}

const SKIPPED: Partial<Record<ItemStatus, string>> = {
  known: "It was there at the last run.",
  unsure: "We are not sure that this is a mistake.",
};

function testCase(check: CheckId | "crawl", name: string, inner: string): string {
  return `    <testcase classname="flawless.${check}" name="${xml(name)}">${inner}</testcase>\n`;
}

/** Characters that XML 1.0 does not allow (section 2.2), lone surrogates too. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\n": "&#10;",
};

function xml(text: string): string {
  return text.replace(FORBIDDEN, "\u{FFFD}").replace(/[&<>"'\n]/g, (character) => ENTITIES[character] ?? character);
}
