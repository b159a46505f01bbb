import type { Transaction } from "#prisma/client.ts";
import type { ReadPages } from "#worker/core/issues/narrow-to-pages.ts";

/**
 * Finds the pages of which a Crawl knows what they say now, or that they are gone, and the Issues that were last seen there. A page that
 * could not be read, or that robots.txt disallows, is none of them.
 */
export async function findReadPages(tx: Transaction, siteId: string, crawlId: string): Promise<ReadPages> {
  const pages = await tx.$queryRaw<{ id: string; url: string }[]>`
    SELECT page."id", page."url" FROM "CrawlPage" AS visit JOIN "Page" AS page ON page."siteId" = ${siteId} AND page."url" = visit."url"
    WHERE visit."crawlId" = ${crawlId} AND visit."done" AND visit."outcome" <> 'failed'
      AND NOT (visit."outcome" = 'skipped' AND visit."failureCode" IS NOT DISTINCT FROM 'robots')`;
  const places = await tx.occurrence.findMany({
    where: { pageId: { in: pages.map(({ id }) => id) } },
    distinct: ["issueId"],
    select: { issueId: true },
  });
  return { urls: new Set(pages.map(({ url }) => url)), issueIds: new Set(places.map(({ issueId }) => issueId)) };
}
