import type { Database } from "#prisma/client.ts";
import type { CrawlState } from "#prisma/generated/enums.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../../sites/site-filter.ts";
import { CRAWL_COLUMNS, type CrawlView, toCrawlView } from "../crawl-view.ts";

/**
 * A Site's current Crawls: the one that is queued or running, the last that ended in any state, and the last that finished,
 * from which the displayed Issues come. Page checks are none of them.
 */
export type CurrentCrawls = { goingOn: CrawlView | null; ended: CrawlView | null; finished: CrawlView | null };

/** Crawls that are read at once. The current ones are nearly always among them. */
const NEWEST = 5;

/** Returns the Crawls that the Site's page shows; each is null if there is none. */
export async function findCurrentCrawls(
  db: Database,
  { teamId, siteId }: { teamId: TeamScope; siteId: string },
): Promise<CurrentCrawls> {
  const read = (states: CrawlState[], take: number) =>
    db.crawl.findMany({
      where: { siteId, site: sitesOf(teamId), reason: { not: "page" }, state: { in: states } },
      orderBy: [{ queuedAt: "desc" }, { id: "desc" }],
      take,
      select: CRAWL_COLUMNS,
    });
  const newest = await read(["queued", "running", "finished", "failed", "cancelled"], NEWEST);
  const [goingOn, ended] = [newest.find(isGoingOn), newest.find((crawl) => !isGoingOn(crawl))];
  const known = newest.find(({ state }) => state === "finished");
  // After several failures the last that finished is further back.
  const finished = known ?? (newest.length === NEWEST ? (await read(["finished"], 1))[0] : undefined);
  const view = (row: typeof known) => (row ? toCrawlView(row) : null);
  return { goingOn: view(goingOn), ended: view(ended), finished: view(finished) };
}

function isGoingOn({ state }: { state: CrawlState }): boolean {
  return state === "queued" || state === "running";
}
