import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { CRAWL_COLUMNS, type CrawlView, toCrawlView } from "./crawl-view.ts";

/** Returns one Crawl; null when the Team has no such Crawl. */
export async function findCrawl(
  db: Database,
  { teamId, crawlId }: { teamId: TeamScope; crawlId: string },
): Promise<CrawlView | null> {
  const row = await db.crawl.findFirst({ where: { id: crawlId, site: sitesOf(teamId) }, select: CRAWL_COLUMNS });
  return row && toCrawlView(row);
}
