import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { CRAWL_COLUMNS, type CrawlView, toCrawlView } from "./crawl-view.ts";

type Wanted = { teamId: TeamScope; siteId: string; skip: number; take: number };

/** Returns one page of a Site's Crawls, newest first, and the total number. */
export async function findCrawls(
  db: Database,
  { teamId, siteId, skip, take }: Wanted,
): Promise<{ crawls: CrawlView[]; total: number }> {
  const where = { siteId, site: sitesOf(teamId) };
  const [rows, total] = await Promise.all([
    db.crawl.findMany({ where, orderBy: [{ queuedAt: "desc" }, { id: "desc" }], skip, take, select: CRAWL_COLUMNS }),
    db.crawl.count({ where }),
  ]);
  return { crawls: rows.map(toCrawlView), total };
}
