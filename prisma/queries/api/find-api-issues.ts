import type { Database, Prisma } from "#prisma/client.ts";
import type { IssueState } from "#prisma/generated/enums.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { requireApiSite } from "./require-api-site.ts";

const COLUMNS = {
  ...{ id: true, siteId: true, check: true, rule: true, state: true, severity: true, confidence: true, message: true },
  ...{ text: true, excerpt: true, suggestions: true, pageCount: true, firstUrl: true, openedAt: true, fixedAt: true },
} as const satisfies Prisma.IssueSelect;

/** An Issue as the API shows it. */
export type ApiIssue = Prisma.IssueGetPayload<{ select: typeof COLUMNS }>;

type Wanted = {
  teamId: TeamScope;
  siteId: string;
  state: IssueState | undefined;
  check: string | undefined;
  after: string | null;
  take: number;
};

/** Returns a stretch of a Site's Issues by id. @throws DomainError `not-found` when the Team has no such Site. */
export async function findApiIssues(db: Database, { teamId, siteId, state, check, after, take }: Wanted): Promise<ApiIssue[]> {
  await requireApiSite(db, { teamId, siteId });
  return db.issue.findMany({
    where: {
      siteId,
      ...(state === undefined ? {} : { state }),
      ...(check === undefined ? {} : { check }),
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take,
    select: COLUMNS,
  });
}

/** Returns one Issue of a Team; null if it has no such Issue. */
export async function findApiIssue(
  db: Database,
  { teamId, issueId }: { teamId: TeamScope; issueId: string },
): Promise<ApiIssue | null> {
  return db.issue.findFirst({ where: { id: issueId, site: sitesOf(teamId) }, select: COLUMNS });
}

const MOST_ON_PAGE = 100;

/** Returns the open Issues on one Page of a Team, surest first. */
export async function findApiIssuesOnPage(
  db: Database,
  { teamId, pageId }: { teamId: TeamScope; pageId: string },
): Promise<ApiIssue[]> {
  return db.issue.findMany({
    where: { site: sitesOf(teamId), state: { in: ["open", "reopened"] }, occurrences: { some: { pageId } } },
    orderBy: [{ confidence: "desc" }, { id: "asc" }],
    take: MOST_ON_PAGE,
    select: COLUMNS,
  });
}
