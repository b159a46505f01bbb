import type { Database, Prisma } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";

const MOST_SHOWN = 200;

/** A page that a Crawl could not read or skipped, with the reason as shown to the owner. */
export type UnreadPage = { url: string; status: number | null; failureMessage: string | null };
/** A Page for which a Crawl stored a Snapshot. */
export type ChangedPage = { pageId: string; url: string; title: string; isNew: boolean };
/** `failed`, `skipped` and `changed` hold at most 200 pages each. `outcomes`: number of pages by outcome. */
export type CrawlPages = {
  outcomes: Record<string, number>;
  failed: UnreadPage[];
  skipped: UnreadPage[];
  changed: ChangedPage[];
};

/** Returns the pages of one Crawl by outcome; empty when the Team has no such Crawl. */
export async function findCrawlPages(
  db: Database,
  { teamId, crawlId }: { teamId: TeamScope; crawlId: string },
): Promise<CrawlPages> {
  const crawl = { id: crawlId, site: sitesOf(teamId) };
  const [groups, failed, skipped, snapshots] = await Promise.all([
    db.crawlPage.groupBy({ by: ["outcome"], where: { crawl, done: true }, _count: { _all: true } }),
    findUnread(db, crawl, "failed"),
    findUnread(db, crawl, "skipped"),
    db.snapshot.findMany({
      // A page that is gone has no current Snapshot, but a sitemap has one, which is no page.
      where: { crawl, page: { OR: [{ gone: false }, { snapshotId: null }] } },
      orderBy: { page: { url: "asc" } },
      take: MOST_SHOWN,
      select: {
        page: {
          select: {
            id: true,
            url: true,
            title: true,
            snapshots: { take: 1, orderBy: { id: "asc" }, select: { crawlId: true } },
          },
        },
      },
    }),
  ]);
  const outcomes = Object.fromEntries(groups.map((group) => [group.outcome ?? "unknown", group._count._all]));
  const changed = snapshots.map(({ page }) => ({
    pageId: page.id,
    url: page.url,
    title: page.title,
    isNew: page.snapshots[0]?.crawlId === crawlId,
  }));
  return { outcomes, failed, skipped, changed };
}

function findUnread(db: Database, crawl: { id: string; site: Prisma.SiteWhereInput }, outcome: string): Promise<UnreadPage[]> {
  return db.crawlPage.findMany({
    where: { crawl, outcome },
    orderBy: { url: "asc" },
    take: MOST_SHOWN,
    select: { url: true, status: true, failureMessage: true },
  });
}
