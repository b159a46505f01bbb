import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { ISSUE_COLUMNS, type IssueView, withPlaces } from "../issues/issue-view.ts";
import { sitesOf } from "../sites/site-filter.ts";

const MOST_SHOWN = 100;

/** Returns the open Issues on one Page, uncertain ones last. */
export async function findPageIssues(
  db: Database,
  { teamId, pageId }: { teamId: TeamScope; pageId: string },
): Promise<IssueView[]> {
  const issues = await db.issue.findMany({
    where: { site: sitesOf(teamId), state: { in: ["open", "reopened"] }, occurrences: { some: { pageId } } },
    orderBy: [{ confidence: "desc" }, { openedAt: "desc" }, { id: "asc" }],
    take: MOST_SHOWN,
    select: ISSUE_COLUMNS,
  });
  return withPlaces(db, issues);
}
