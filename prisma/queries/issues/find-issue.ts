import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { ISSUE_COLUMNS, type IssueView, withPlaces } from "./issue-view.ts";

/** Returns one Issue, for a link in a mail; null when the Team has no such Issue on this Site. */
export async function findIssue(
  db: Database,
  { teamId, siteId, issueId }: { teamId: TeamScope; siteId: string; issueId: string },
): Promise<IssueView | null> {
  const issue = await db.issue.findFirst({ where: { id: issueId, siteId, site: sitesOf(teamId) }, select: ISSUE_COLUMNS });
  if (!issue) return null;
  const [view] = await withPlaces(db, [issue]);
  return view ?? null;
}
