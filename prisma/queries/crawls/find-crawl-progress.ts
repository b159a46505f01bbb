import type { Database } from "#prisma/client.ts";
import type { CrawlState } from "#prisma/generated/enums.ts";
import type { CrawlProgress } from "#worker/core/crawl/crawl-memory.ts";

/** How far a Crawl got, and whether it ended. */
export type CrawlStanding = CrawlProgress & { state: CrawlState };

/** How far one Crawl got; null when the Team has no such Crawl. One read by key: it is asked every second for each person watching. */
export async function findCrawlProgress(
  db: Database,
  { teamId, crawlId }: { teamId: string; crawlId: string },
): Promise<CrawlStanding | null> {
  return db.crawl.findFirst({
    where: { id: crawlId, site: { teamId } },
    select: {
      state: true,
      pagesFound: true,
      pagesDone: true,
      pagesFailed: true,
      findings: true,
      linksFound: true,
      linksChecked: true,
    },
  });
}
