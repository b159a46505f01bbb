import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { formatJunit } from "#worker/core/report/formats/format-junit.ts";
import { makeReportFinding, makeReportRun } from "./report-run-samples.ts";

describe("formatJunit", () => {
  it("writes a failed case for each mistake and a passed one for each other check that ran", () => {
    const xml = formatJunit([makeReportRun([makeReportFinding()])]);
    expect(xml).toContain('<testsuites name="Flawless" tests="3" failures="1" errors="0">');
    expect(xml).toContain(
      '<testsuite name="https://bakery.example/" tests="3" failures="1" errors="0" skipped="0" time="1.500">',
    );
    expect(xml).toContain(
      '<testcase classname="flawless.spelling" name="recieve"><failure type="spelling/unknown-word" message="“recieve” is not a word we know.">',
    );
    expect(xml).toContain('<testcase classname="flawless.links" name="no link issues"></testcase>');
  });

  it("skips what is known or unsure", () => {
    const findings = [makeReportFinding(), makeReportFinding({ text: "Brightwell", confidence: 0.2 })];
    const xml = formatJunit([makeReportRun(findings, [])]);
    expect(xml).toContain('failures="0" errors="0" skipped="2"');
    expect(xml).toContain("It was there at the last run.");
    expect(xml).toContain("We are not sure that this is a mistake.");
  });

  it("reports a failed crawl as an error, not as a pass", () => {
    const xml = formatJunit([makeReportRun([], undefined, { failure: { code: "site-down", message: "It is down." } })]);
    expect(xml).toContain('tests="1" failures="0" errors="1"');
    expect(xml).toContain('<error type="site-down" message="It is down."/>');
  });

  it("writes well-formed XML of hostile text", () => {
    const text = `"<&>'\u0000\u0008\uD800\n]]>`;
    const xml = formatJunit([makeReportRun([makeReportFinding({ text, message: text, excerpt: text })])]);
    expect(xml).toContain('name="&quot;&lt;&amp;&gt;&apos;\uFFFD\uFFFD\uFFFD&#10;]]&gt;"');
    expect([...xml].filter((character) => character < " " && character !== "\n")).toEqual([]);
    expect(parseFragment(xml).childNodes.length).toBeGreaterThan(0);
  });
});
