import { type Database, Prisma } from "#prisma/client.ts";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import type { IssueState } from "#worker/core/issues/issue.ts";
import type { KindCount } from "#worker/core/view/issues/issue-list-counts.ts";
import type { IssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";
import type { Candidates } from "./find-candidates.ts";
import type { ListSite } from "./find-list-sites.ts";
import { otherFilter, sitesAsRows } from "./issue-list-filter.ts";

type Wanted = { sites: readonly ListSite[]; query: IssueListQuery; candidates: Candidates; now: Date };
type Row = { state: IssueState; sure: boolean; check: string; rule: string; count: bigint };

/**
 * Counts the Issues that all filters but state, confidence, check and rule leave, by these four, in one pass over the index. Null for a
 * search that is too common to count.
 */
export async function countIssueList(db: Database, { sites, query, candidates, now }: Wanted): Promise<KindCount[] | null> {
  if (candidates.isCommon) return null;
  const { ids } = candidates;
  // PostgreSQL cannot estimate rows that come with a statement, and sorts all Issues to group them, so they are joined where they are used only.
  const withSites = query.age === "new" ? Prisma.sql`JOIN ${sitesAsRows(sites)} ON site."id" = issue."siteId"` : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    SELECT issue."state"::text AS "state", issue."sure", issue."check", issue."rule", issue."count"
    FROM (
      SELECT issue."state", issue."confidence" >= ${MAIL_CONFIDENCE} AS "sure", issue."check", issue."rule", count(*) AS "count"
      FROM "Issue" AS issue ${withSites}
      WHERE issue."siteId" = ANY(${sites.map(({ id }) => id)})
        ${ids === null ? Prisma.empty : Prisma.sql`AND issue."id" = ANY(${ids})`} AND ${otherFilter(query, now)}
      GROUP BY 1, 2, 3, 4) AS issue`;
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
