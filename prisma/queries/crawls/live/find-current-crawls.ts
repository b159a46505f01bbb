import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../../sites/site-filter.ts";
import { CRAWL_COLUMNS, type CrawlView, toCrawlView } from "../crawl-view.ts";

/**
 * A Site's current Crawls: the one that is queued or running, the last that ended in any state, and the last that finished,
 * from which the displayed Issues come. Page checks are none of them.
 */
export type CurrentCrawls = { goingOn: CrawlView | null; ended: CrawlView | null; finished: CrawlView | null };

/** Returns the Crawls that the Site's page shows; each is null if there is none. */
export async function findCurrentCrawls(
  db: Database,
  { teamId, siteId }: { teamId: TeamScope; siteId: string },
): Promise<CurrentCrawls> {
  const newest = async (states: ("queued" | "running" | "finished" | "failed" | "cancelled")[]) => {
    const row = await db.crawl.findFirst({
      where: { siteId, site: sitesOf(teamId), reason: { not: "page" }, state: { in: states } },
      orderBy: [{ queuedAt: "desc" }, { id: "desc" }],
      select: CRAWL_COLUMNS,
    });
    return row && toCrawlView(row);
  };
  const [goingOn, ended, finished] = await Promise.all([
    newest(["queued", "running"]),
    newest(["finished", "failed", "cancelled"]),
    newest(["finished"]),
  ]);
  return { goingOn, ended, finished };
}
