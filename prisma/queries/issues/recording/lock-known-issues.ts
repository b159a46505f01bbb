import type { Transaction } from "#prisma/client.ts";
import { wordingSchema } from "#worker/core/checks/finding.ts";
import type { IssueCourse, IssueState, KnownIssue } from "#worker/core/issues/issue.ts";

type Row = Omit<KnownIssue, "check" | "course" | "occurrences" | "ignoredBy" | "snooze"> &
  IssueCourse & { check: string; state: IssueState } & Held;
type Held = { ignoreRuleId: string | null; resumeState: IssueState | null; snoozedUntil: Date | null; snoozedTexts: string[] };

/** Reads a Site's Issues, without their places, and locks them, so that a person's decision comes before or after. */
export async function lockKnownIssues(
  tx: Transaction,
  siteId: string,
  scope: "all" | "style" | "links",
): Promise<KnownIssue[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT "id", "fingerprint", "state"::text AS "state", "confidence", "check", "rule", "subject", "text", "missed", "met",
      "successor", "returns", "ignoreRuleId", "resumeState"::text AS "resumeState", "snoozedUntil", "snoozedTexts" FROM "Issue"
    WHERE "siteId" = ${siteId} AND (${scope === "all"} OR "check" = ${scope}) ORDER BY "id" FOR UPDATE`;
  return rows.map(
    ({ missed, met, successor, returns, check, ignoreRuleId, resumeState, snoozedUntil, snoozedTexts, ...issue }) => ({
      ...issue,
      ignoredBy: ignoreRuleId ?? undefined,
      snooze: resumeState === null ? undefined : { until: snoozedUntil, texts: snoozedTexts, resume: resumeState },
      check: wordingSchema.shape.check.parse(check),
      course: { missed, met, successor, returns },
      occurrences: [],
    }),
  );
}
