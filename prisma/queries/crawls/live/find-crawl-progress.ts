import type { Database } from "#prisma/client.ts";
import type { CrawlState } from "#prisma/generated/enums.ts";
import type { CrawlProgress } from "#worker/core/crawl/crawl-memory.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../../sites/site-filter.ts";
import { waitCode } from "../crawl-view.ts";

/** Progress of a Crawl, and its state. `startedAt`: null while it is queued. */
export type CrawlStatus = CrawlProgress & { state: CrawlState; startedAt: Date | null };

/**
 * Returns a Crawl's progress; null when the Team has no such Crawl. Reads one row by key, because it runs every second for each
 * viewer.
 */
export async function findCrawlProgress(
  db: Database,
  { teamId, crawlId }: { teamId: TeamScope; crawlId: string },
): Promise<CrawlStatus | null> {
  const crawl = await db.crawl.findFirst({
    where: { id: crawlId, site: sitesOf(teamId) },
    select: {
      state: true,
      startedAt: true,
      pagesFound: true,
      pagesDone: true,
      pagesFailed: true,
      findings: true,
      linksFound: true,
      linksChecked: true,
      waitsFor: true,
    },
  });
  return crawl && { ...crawl, waitsFor: waitCode.parse(crawl.waitsFor) };
}
