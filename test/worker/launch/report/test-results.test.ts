import { describe, expect, it } from "vitest";
import { countTests } from "#worker/launch/report/test-results.ts";

const file = (...statuses: string[]) => ({
  status: statuses.includes("failed") ? "failed" : "passed",
  assertionResults: statuses.map((status) => ({ status })),
});
const report = (numPassedTests: number, numFailedTests: number, testResults: unknown[], numPendingTests = 0) => ({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  testResults,
});

describe("countTests", () => {
  it("counts what passed, failed and was skipped", () => {
    expect(countTests(report(2, 1, [file("passed", "passed", "failed", "pending")], 1), 1)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 1,
    });
  });

  it("has no failure when all passed", () => {
    expect(countTests(report(1, 0, [file("passed")]), 0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  });

  it("counts a file that could not be loaded as a failure, beside tests that failed elsewhere", () => {
    const broken = { status: "failed", assertionResults: [] };
    expect(countTests(report(1, 0, [file("passed"), broken]), 1).failed).toBe(1);
    expect(countTests(report(1, 1, [file("passed", "failed"), broken]), 1).failed).toBe(2);
  });

  it("counts a file whose hook threw after its tests passed as a failure", () => {
    const hook = { status: "failed", assertionResults: [{ status: "passed" }] };
    expect(countTests(report(1, 0, [hook]), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it.each<[string, unknown, number]>([
    ["a run that ended with a fault although every test passed", report(1, 0, [file("passed")]), 1],
    ["a run that found no tests", report(0, 0, []), 0],
    ["a run without a report", null, 0],
    ["a report that says nothing", {}, 0],
  ])("counts %s as one failure", (_what, given, exitCode) => {
    expect(countTests(given, exitCode).failed).toBe(1);
  });
});
