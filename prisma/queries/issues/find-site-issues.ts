import type { Database } from "#prisma/client.ts";
import type { CheckId } from "#worker/core/checks/check-kinds.ts";
import type { IssueGroup } from "#worker/core/view/issue-groups.ts";
import { groupFilter } from "./issue-filter.ts";
import { ISSUE_COLUMNS, type IssueView, withPlaces } from "./issue-view.ts";

type Wanted = { teamId: string; siteId: string; group: IssueGroup; check: CheckId; skip: number; take: number };

/** Returns one page of a Site's Issues of one check, newest first; fixed ones by when they were fixed. */
export async function findSiteIssues(db: Database, wanted: Wanted): Promise<IssueView[]> {
  const { teamId, siteId, group, check, skip, take } = wanted;
  const issues = await db.issue.findMany({
    where: { siteId, site: { teamId }, check, ...groupFilter(group) },
    orderBy: [
      group === "fixed" ? { fixedAt: { sort: "desc", nulls: "last" } } : { openedAt: "desc" },
      { confidence: "desc" },
      { text: "asc" },
      { id: "asc" },
    ],
    skip,
    take,
    select: ISSUE_COLUMNS,
  });
  return withPlaces(db, issues);
}
