import { z } from "zod";

/** Counts of passed and failed tests; a step such as the lint counts as one. */
export type Count = { passed: number; failed: number; skipped: number };

const resultsSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/**
 * Counts the results in Vitest's JSON report. A file that failed without a failed test (it could not be loaded, a hook threw) counts as one
 * failure. So does a run that failed for another reason or found no tests, because untested code has not passed.
 */
export function countTests(report: unknown, exitCode: number): Count {
  const parsed = resultsSchema.safeParse(report);
  if (!parsed.success) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped, testResults } = parsed.data;
  const brokenFiles = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const failed = numFailedTests + brokenFiles.length;
  const ranNothing = passed + failed === 0;
  return { passed, skipped, failed: failed === 0 && (exitCode !== 0 || ranNothing) ? 1 : failed };
}
