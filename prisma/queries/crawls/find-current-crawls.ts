import type { Database } from "#prisma/client.ts";
import { CRAWL_COLUMNS, type CrawlView, toCrawlView } from "./crawl-view.ts";

/**
 * Where a Site stands: the Crawl that waits or goes on, the last that ended in any way, and the last that finished, which is the one that
 * the Issues on show come from.
 */
export type CurrentCrawls = { goingOn: CrawlView | null; ended: CrawlView | null; finished: CrawlView | null };

/** The three Crawls that the Site's page speaks of; each null where there is none. */
export async function findCurrentCrawls(
  db: Database,
  { teamId, siteId }: { teamId: string; siteId: string },
): Promise<CurrentCrawls> {
  const newest = async (states: ("queued" | "running" | "finished" | "failed" | "cancelled")[]) => {
    const row = await db.crawl.findFirst({
      where: { siteId, site: { teamId }, state: { in: states } },
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
