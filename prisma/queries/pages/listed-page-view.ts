import { type Database, Prisma } from "#prisma/client.ts";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { ListedPage } from "#worker/core/view/pages/listed-page.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";

type PageRow = Omit<ListedPage, "openIssues">;

/**
 * Returns the Pages of a Member's Sites as a table "listed", without sitemaps. The reason is that of the visit that made `lastVisitedAt`, so it
 * is looked for in the Crawls around that time; clocks may differ by minutes, and a Crawl takes days at most.
 */
export function listedPages(teamId: TeamScope): Prisma.Sql {
  return Prisma.sql`(
    SELECT page."id", page."siteId", page."url", page."title", page."status", page."lastVisitedAt",
      CASE WHEN visit."outcome" = 'failed' THEN 'unreadable' WHEN visit."outcome" = 'skipped' THEN 'left-out'
        WHEN page."gone" THEN 'gone' WHEN page."snapshotId" IS NULL THEN 'unreadable' ELSE 'read' END AS "state",
      CASE WHEN visit."outcome" IN ('failed', 'skipped') THEN visit."failureMessage" END AS "reason"
    FROM "Page" AS page JOIN "Site" AS site ON site."id" = page."siteId"
      LEFT JOIN LATERAL (
        SELECT seen."outcome", seen."failureMessage" FROM "Crawl" AS crawl
          JOIN "CrawlPage" AS seen ON seen."crawlId" = crawl."id" AND seen."url" = page."url"
        WHERE crawl."siteId" = page."siteId" AND seen."done"
          AND crawl."queuedAt" BETWEEN page."lastVisitedAt" - interval '7 days' AND page."lastVisitedAt" + interval '10 minutes'
        ORDER BY crawl."queuedAt" DESC LIMIT 1) AS visit ON true
    WHERE ${sqlSitesOf(teamId)} AND NOT (page."gone" AND page."snapshotId" IS NOT NULL)) AS listed`;
}

/** Returns rows of "listed" with the numbers of their open Issues. */
export async function readListed(db: Database, query: Prisma.Sql): Promise<ListedPage[]> {
  const rows = await db.$queryRaw<PageRow[]>(query);
  const counts = await db.$queryRaw<{ pageId: string; count: bigint }[]>`
    SELECT occurrence."pageId", COUNT(DISTINCT issue."id") AS "count"
    FROM "Occurrence" AS occurrence JOIN "Issue" AS issue ON issue."id" = occurrence."issueId"
    WHERE occurrence."pageId" = ANY(${rows.map(({ id }) => id)}) AND issue."state" IN ('open', 'reopened')
      AND issue."confidence" >= ${MAIL_CONFIDENCE}
    GROUP BY occurrence."pageId"`;
  const countOf = new Map(counts.map(({ pageId, count }) => [pageId, Number(count)]));
  return rows.map(({ id, siteId, url, title, state, reason, status, lastVisitedAt }) => ({
    ...{ id, siteId, url, title, state, reason, status, lastVisitedAt, openIssues: countOf.get(id) ?? 0 },
  }));
}
