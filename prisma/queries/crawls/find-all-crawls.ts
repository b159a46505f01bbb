import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { CRAWL_COLUMNS, type CrawlView, toCrawlView } from "./crawl-view.ts";

/** Crawls that are held in memory at a time. */
const BATCH = 500;

/** Reads all Crawls of a Site in batches, newest first; none if the Team has no such Site. */
export async function* findAllCrawls(
  db: Database,
  { teamId, siteId }: { teamId: TeamScope; siteId: string },
): AsyncGenerator<CrawlView[]> {
  let last: string | undefined;
  do {
    const rows = await db.crawl.findMany({
      where: { siteId, site: sitesOf(teamId) },
      orderBy: [{ queuedAt: "desc" }, { id: "desc" }],
      take: BATCH,
      select: CRAWL_COLUMNS,
      ...(last === undefined ? {} : { cursor: { id: last }, skip: 1 }),
    });
    if (rows.length > 0) yield rows.map(toCrawlView);
    last = rows.length < BATCH ? undefined : rows.at(-1)?.id;
  } while (last !== undefined);
}
