import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { CRAWL_COLUMNS, type CrawlView, toCrawlView } from "../crawls/crawl-view.ts";
import { requireApiSite } from "./require-api-site.ts";

type Wanted = { teamId: TeamScope; siteId: string; after: string | null; take: number };

/**
 * Returns a stretch of a Site's Crawls, the newest first: their ids (UUIDv7) are in the order in which they were queued.
 * @throws DomainError `not-found` when the Team has no such Site.
 */
export async function findApiCrawls(db: Database, { teamId, siteId, after, take }: Wanted): Promise<CrawlView[]> {
  await requireApiSite(db, { teamId, siteId });
  const rows = await db.crawl.findMany({
    where: { siteId, ...(after === null ? {} : { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take,
    select: CRAWL_COLUMNS,
  });
  return rows.map(toCrawlView);
}
