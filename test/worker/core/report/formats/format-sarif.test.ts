import { describe, expect, it } from "vitest";
import { formatSarif } from "#worker/core/report/formats/format-sarif.ts";
import { makeReportFinding, makeReportRun } from "./report-run-samples.ts";

describe("formatSarif", () => {
  it("writes one run for each site, with rules, results and what was not checked", () => {
    const notChecked = [{ code: "robots" as const, message: "We did not visit 1 page that robots.txt disallows.", count: 1 }];
    const run = makeReportRun([makeReportFinding()], undefined, { notChecked });
    const sarif = JSON.parse(formatSarif([run, makeReportRun([])]));
    expect(sarif.version).toBe("2.1.0");
    expect(sarif.runs).toHaveLength(2);
    expect(sarif.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(["spelling/unknown-word"]);
    expect(sarif.runs[0].results).toEqual([
      expect.objectContaining({
        ruleId: "spelling/unknown-word",
        ruleIndex: 0,
        level: "error",
        rank: 90,
        message: { text: "recieve → receive. “recieve” is not a word we know." },
      }),
    ]);
    expect(sarif.runs[0].results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "https://bakery.example/bread" },
      region: { startLine: 1, snippet: { text: "You will recieve your bread." } },
    });
    expect(sarif.runs[0].results[0]).not.toHaveProperty("baselineState");
    expect(sarif.runs[0].invocations[0]).toMatchObject({
      executionSuccessful: true,
      toolExecutionNotifications: [{ level: "note", descriptor: { id: "robots" } }],
    });
  });

  it("says what is new, unchanged and absent with a baseline", () => {
    const fixed = {
      event: "fixed",
      quiet: false,
      check: "spelling",
      rule: "spelling/unknown-word",
      message: "Gone.",
      text: "wich",
    } as const;
    const run = makeReportRun([makeReportFinding()], [{ ...fixed, occurrences: [] }]);
    const [{ results }] = JSON.parse(formatSarif([run])).runs;
    expect(results.map(({ baselineState, level }: Record<string, string>) => [baselineState, level])).toEqual([
      ["unchanged", "error"],
      ["absent", "none"],
    ]);
  });

  it("keeps the fingerprint of a mistake when its sentence changes", () => {
    const fingerprintOf = (excerpt: string) =>
      JSON.parse(formatSarif([makeReportRun([makeReportFinding({ excerpt })])])).runs[0].results[0].partialFingerprints;
    expect(fingerprintOf("You will recieve it.")).toEqual(fingerprintOf("They recieve it."));
  });

  it("says that a crawl failed", () => {
    const failure = { code: "site-down", message: "bakery.example stopped answering." };
    const [run] = JSON.parse(formatSarif([makeReportRun([], undefined, { failure })])).runs;
    expect(run.invocations[0]).toMatchObject({ executionSuccessful: false, toolExecutionNotifications: [{ level: "error" }] });
  });
});
