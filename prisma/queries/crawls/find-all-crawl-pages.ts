import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";

/** An address that a Crawl found. `outcome` is null if it was not visited. */
export type CrawledPage = {
  url: string;
  outcome: string | null;
  status: number | null;
  depth: number;
  ms: number | null;
  failureMessage: string | null;
};

type Wanted = {
  teamId: TeamScope;
  crawlId: string;
  /** True for those only that the Crawl could not read, left out or did not visit. */
  onlyUnread: boolean;
};

/** Pages that are held in memory at a time. */
const BATCH = 1_000;

/** Reads all addresses of a Crawl in batches, in order; none if the Team has no such Crawl. */
export async function* findAllCrawlPages(
  db: Database,
  { teamId, crawlId, onlyUnread }: Wanted,
  batch = BATCH,
): AsyncGenerator<CrawledPage[]> {
  const unread = { OR: [{ outcome: { in: ["failed", "skipped"] } }, { outcome: null }] };
  let last: string | undefined;
  do {
    const rows = await db.crawlPage.findMany({
      where: {
        crawl: { id: crawlId, site: sitesOf(teamId) },
        ...(last === undefined ? {} : { url: { gt: last } }),
        ...(onlyUnread ? unread : {}),
      },
      orderBy: { url: "asc" },
      take: batch,
      select: { url: true, outcome: true, status: true, depth: true, ms: true, failureMessage: true },
    });
    if (rows.length > 0) yield rows;
    last = rows.length < batch ? undefined : rows.at(-1)?.url;
  } while (last !== undefined);
}
