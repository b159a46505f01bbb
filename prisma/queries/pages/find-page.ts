import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";

const MOST_SNAPSHOTS = 100;

export type PageView = {
  id: string;
  siteId: string;
  url: string;
  title: string;
  status: number | null;
  gone: boolean;
  lastVisitedAt: Date | null;
  /** Newest first, at most 100: one for each Crawl that found the text changed. */
  snapshots: { id: string; crawlId: string; createdAt: Date; title: string }[];
};

/** Returns one Page with its Snapshots; null when the Team has no such Page on this Site. */
export async function findPage(
  db: Database,
  { teamId, siteId, pageId }: { teamId: TeamScope; siteId: string; pageId: string },
): Promise<PageView | null> {
  const page = await db.page.findFirst({
    where: { id: pageId, siteId, site: sitesOf(teamId) },
    select: {
      id: true,
      siteId: true,
      url: true,
      title: true,
      status: true,
      gone: true,
      snapshotId: true,
      lastVisitedAt: true,
      snapshots: {
        orderBy: { id: "desc" },
        take: MOST_SNAPSHOTS,
        select: { id: true, crawlId: true, createdAt: true, title: true },
      },
    },
  });
  if (!page) return null;
  const { snapshotId, ...view } = page;
  // A sitemap is no page of the site, but there.
  return { ...view, gone: view.gone && snapshotId === null };
}
