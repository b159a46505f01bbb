import type { Database } from "#prisma/client.ts";
import { type CheckCounts, isCheckId, zeroCounts } from "#worker/core/checks/check-kinds.ts";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import type { ISSUE_GROUPS, IssueGroup } from "#worker/core/view/issue-groups.ts";

/** Number of a Site's Issues by group and check. */
export type IssueCounts = Record<IssueGroup, CheckCounts>;

type CountRow = { check: string; state: string; certain: boolean; count: bigint };

/** Counts a Site's Issues by group and check; all zero if the Team has no such Site. */
export async function countIssues(db: Database, { teamId, siteId }: { teamId: string; siteId: string }): Promise<IssueCounts> {
  const rows = await db.$queryRaw<CountRow[]>`
    SELECT i."check", i."state"::text, i."confidence" >= ${MAIL_CONFIDENCE} AS "certain", COUNT(*) AS "count"
    FROM "Issue" i JOIN "Site" s ON s."id" = i."siteId"
    WHERE i."siteId" = ${siteId} AND s."teamId" = ${teamId}
    GROUP BY 1, 2, 3`;
  const counts: IssueCounts = {
    open: zeroCounts(),
    hints: zeroCounts(),
    recurring: zeroCounts(),
    ignored: zeroCounts(),
    fixed: zeroCounts(),
  };
  for (const row of rows) {
    if (isCheckId(row.check)) counts[groupOf(row)][row.check] += Number(row.count);
  }
  return counts;
}

/** Returns the number of Issues in one group over all checks. */
export function totalOf(counts: IssueCounts, group: (typeof ISSUE_GROUPS)[number]): number {
  return Object.values(counts[group]).reduce((sum, count) => sum + count, 0);
}

function groupOf({ state, certain }: CountRow): IssueGroup {
  if (state === "fixed" || state === "recurring") return state;
  if (state === "ignored" || state === "snoozed") return "ignored";
  return state === "unconfirmed" || !certain ? "hints" : "open";
}
