import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";

/** Numbers of Issues that the Crawls of the last day opened and fixed on one Site, and the latest of those Crawls. */
export type DayChange = { siteId: string; name: string; crawlId: string; opened: number; fixed: number };

const DAY_MS = 86_400_000;
/** No Crawl takes longer, so one that was queued earlier ended earlier. */
const LONGEST_CRAWL_MS = 2 * DAY_MS;

/**
 * Returns the Sites of a Team whose Crawls opened or fixed Issues in the 24 hours before `now`, by name. First Crawls do not
 * count: what they find is not new on the site.
 */
export async function findToday(db: Database, { teamId, now }: { teamId: TeamScope; now: Date }): Promise<DayChange[]> {
  const since = new Date(now.getTime() - DAY_MS);
  const queuedSince = new Date(since.getTime() - LONGEST_CRAWL_MS);
  return db.$queryRaw<DayChange[]>`
    SELECT /* prepared */ site."id" AS "siteId", site."name", day."crawlId", day."opened", day."fixed"
    FROM "Site" AS site JOIN LATERAL (
      SELECT (array_agg(crawl."id" ORDER BY crawl."finishedAt" DESC))[1] AS "crawlId",
        SUM(crawl."opened")::integer AS "opened", SUM(crawl."fixed")::integer AS "fixed"
      FROM "Crawl" AS crawl
      WHERE crawl."siteId" = site."id" AND crawl."queuedAt" >= ${queuedSince} AND crawl."finishedAt" >= ${since}
        AND crawl."state" = 'finished' AND crawl."reason" <> 'first' AND crawl."opened" + crawl."fixed" > 0) AS day
      ON day."crawlId" IS NOT NULL
    WHERE ${sqlSitesOf(teamId)}
    ORDER BY site."name", site."id"`;
}
