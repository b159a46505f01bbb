import type { Database } from "#prisma/client.ts";
import { ISSUE_COLUMNS, type IssueView, withPlaces } from "../issues/issue-view.ts";

const MOST_SHOWN = 100;

/** Returns the open Issues on one Page, uncertain ones last. */
export async function findPageIssues(
  db: Database,
  { teamId, pageId }: { teamId: string; pageId: string },
): Promise<IssueView[]> {
  const issues = await db.issue.findMany({
    where: { site: { teamId }, state: { in: ["open", "reopened"] }, occurrences: { some: { pageId } } },
    orderBy: [{ confidence: "desc" }, { openedAt: "desc" }, { id: "asc" }],
    take: MOST_SHOWN,
    select: ISSUE_COLUMNS,
  });
  return withPlaces(db, issues);
}
