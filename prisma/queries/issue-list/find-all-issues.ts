import { type Database, Prisma } from "#prisma/client.ts";
import { isCheckId } from "#worker/core/checks/check-kinds.ts";
import { wordingSchema } from "#worker/core/checks/finding.ts";
import type { IssueState } from "#worker/core/issues/issue.ts";
import { type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import type { ExportedIssue } from "#worker/core/view/csv/issue-cells.ts";
import type { IssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";
import { type Candidates, findCandidates } from "./find-candidates.ts";
import { rowsFilter } from "./find-issue-rows.ts";
import { findListSites, type ListSite } from "./find-list-sites.ts";
import { sitesAsRows } from "./issue-list-filter.ts";

type Wanted = { teamId: TeamScope; siteId?: string | undefined; query: IssueListQuery; now: Date };
type Row = Omit<ExportedIssue, "siteName" | "check" | "severity"> & {
  check: string;
  severity: string;
  state: IssueState;
  weight: number;
};

/** Issues that are held in memory at a time. */
const BATCH = 1_000;

/**
 * Reads all Issues of a list, over all its pages, in batches: Site by Site, the weightiest first. Each batch begins after the last Issue of
 * the one before, so that it costs the same at the end as at the beginning.
 */
export async function* findAllIssues(
  db: Database,
  { teamId, siteId, query, now }: Wanted,
  batch = BATCH,
): AsyncGenerator<ExportedIssue[]> {
  const sites = await findListSites(db, { teamId, siteId: siteId ?? query.site });
  const candidates = await findCandidates(db, { sites, query, now });
  for (const site of sites) {
    let last: Row | undefined;
    do {
      const rows = await findBatch(db, { teamId, site, query, candidates, now, after: last, batch });
      last = rows.length < batch ? undefined : rows.at(-1);
      const issues = rows
        .filter(({ check }) => isCheckId(check))
        .map(({ weight: _weight, ...row }) => ({ ...row, ...wordingSchema.parse(row), siteName: site.name }));
      if (issues.length > 0) yield issues;
    } while (last);
  }
}

type BatchWanted = {
  teamId: TeamScope;
  site: ListSite;
  query: IssueListQuery;
  candidates: Candidates;
  now: Date;
  after: Row | undefined;
  batch: number;
};

async function findBatch(db: Database, { teamId, site, query, candidates, now, after, batch }: BatchWanted): Promise<Row[]> {
  const isAfter = after
    ? Prisma.sql`AND issue."weight" <= ${after.weight}::double precision
        AND (issue."weight" < ${after.weight}::double precision OR issue."id" > ${after.id})`
    : Prisma.empty;
  return db.$queryRaw<Row[]>`
    SELECT issue."id", issue."siteId", issue."weight", issue."check", issue."rule", issue."severity", issue."confidence", issue."message",
      issue."text", issue."subject", issue."suggestions", issue."excerpt", issue."state"::text AS "state", issue."firstUrl" AS "url",
      issue."pageCount", issue."openedAt", issue."fixedAt", assignee."name" AS "assignee"
    FROM "Issue" AS issue JOIN ${sitesAsRows([site])} ON site."id" = issue."siteId"
      LEFT JOIN "Member" AS member ON member."teamId" = ${teamOf(teamId)} AND member."userId" = issue."assigneeId"
      LEFT JOIN "User" AS assignee ON assignee."id" = member."userId"
    WHERE issue."siteId" = ${site.id} AND ${rowsFilter({ query, candidates, now })} ${isAfter}
    ORDER BY issue."weight" DESC, issue."id" LIMIT ${batch}`;
}
