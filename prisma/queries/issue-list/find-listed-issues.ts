import type { Database } from "#prisma/client.ts";
import type { IssueEventKind } from "#prisma/generated/enums.ts";
import { type Wording, wordingSchema } from "#worker/core/checks/finding.ts";
import { fixedByOf } from "../issues/issue-view.ts";
import type { ListSite } from "./find-list-sites.ts";
import type { ListedIssue } from "./listed-issue-view.ts";

type Row = Omit<ListedIssue, keyof Wording | "siteName" | "isNew" | "fixedBy" | "page"> & {
  firstUrl: string;
  pageId: string | null;
  lastEvent: IssueEventKind | null;
};

/** Reads Issues by ids that come from a query limited to the Team, each with its first page, in one statement. */
export async function findListedIssues(
  db: Database,
  ids: readonly string[],
  sites: readonly ListSite[],
): Promise<Map<string, ListedIssue>> {
  const siteOf = new Map(sites.map((site) => [site.id, site]));
  const rows = await db.$queryRaw<Row[]>`
    SELECT /* prepared */ issue."id", issue."siteId", issue."check", issue."rule", issue."severity", issue."confidence", issue."message",
      issue."text", issue."subject", issue."suggestions", issue."excerpt", issue."state"::text AS "state", issue."openedAt", issue."fixedAt",
      issue."assigneeId", issue."pageCount", issue."snoozedUntil", issue."firstUrl", page."id" AS "pageId",
      CASE WHEN issue."state" = 'fixed' THEN (
        SELECT event."kind"::text FROM "IssueEvent" AS event WHERE event."issueId" = issue."id" AND event."kind" <> 'assigned'
        ORDER BY event."id" DESC LIMIT 1) END AS "lastEvent"
    FROM "Issue" AS issue LEFT JOIN "Page" AS page ON page."siteId" = issue."siteId" AND page."url" = issue."firstUrl"
    WHERE issue."id" = ANY(${[...ids]})`;
  return new Map(
    rows.map(({ firstUrl, pageId, lastEvent, ...issue }) => [
      issue.id,
      {
        ...issue,
        ...wordingSchema.parse(issue),
        siteName: siteOf.get(issue.siteId)?.name ?? "",
        isNew: isNewSince(siteOf.get(issue.siteId)?.newSince ?? null, issue.openedAt),
        fixedBy: fixedByOf(issue.state, lastEvent ?? undefined),
        page: pageId === null ? null : { id: pageId, url: firstUrl },
      },
    ]),
  );
}

function isNewSince(since: Date | null, openedAt: Date): boolean {
  return since !== null && openedAt >= since;
}
