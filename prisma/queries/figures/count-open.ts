import { type Database, Prisma, type Transaction } from "#prisma/client.ts";
import { type CheckCounts, completeCounts, isCheckId, isTextCheck } from "#worker/core/checks/check-kinds.ts";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { BROKEN_RULES } from "#worker/core/checks/links/broken-rules.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";

/**
 * A Site's open Issues that are certain enough to mail: by check, and as its quality score counts them. Mistakes are those in
 * texts; a Team's own house style is a matter of taste and does not count.
 */
export type OpenCounts = { open: CheckCounts; mistakes: number; brokenLinks: number };

type CountRow = { siteId: string; check: string; isBroken: boolean; count: number };

/** Counts the open Issues of a Team's Sites, or of one of them, in one query. Sites without any are left out. */
export async function countOpen(
  db: Database | Transaction,
  { teamId, siteId }: { teamId: TeamScope; siteId?: string },
): Promise<Map<string, OpenCounts>> {
  const rows = await db.$queryRaw<CountRow[]>`
    SELECT /* prepared */ issue."siteId", issue."check", issue."rule" = ANY(${BROKEN_RULES}) AS "isBroken", COUNT(*)::integer AS "count"
    FROM "Issue" AS issue
    WHERE issue."siteId" = ANY(ARRAY(
        SELECT site."id" FROM "Site" AS site WHERE ${sqlSitesOf(teamId)} ${siteId ? Prisma.sql`AND site."id" = ${siteId}` : Prisma.empty}))
      AND issue."state" IN ('open', 'reopened') AND issue."confidence" >= ${MAIL_CONFIDENCE}
    GROUP BY 1, 2, 3`;
  return new Map([...Map.groupBy(rows, (row) => row.siteId)].map(([id, ofSite]) => [id, sumUp(ofSite)]));
}

/** Returns the counts of a Site without open Issues. */
export function nothingOpen(): OpenCounts {
  return sumUp([]);
}

function sumUp(rows: readonly CountRow[]): OpenCounts {
  const counts: Record<string, number> = {};
  for (const { check, count } of rows) counts[check] = (counts[check] ?? 0) + count;
  const sum = (isCounted: (row: CountRow) => boolean) => rows.filter(isCounted).reduce((all, { count }) => all + count, 0);
  return {
    open: completeCounts(counts),
    mistakes: sum(({ check }) => isCheckId(check) && isTextCheck(check)),
    brokenLinks: sum(({ isBroken }) => isBroken),
  };
}
