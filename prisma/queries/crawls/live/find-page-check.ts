import type { Database } from "#prisma/client.ts";
import type { CrawlState } from "#prisma/generated/enums.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../../sites/site-filter.ts";
import { CRAWL_COLUMNS, toCrawlView } from "../crawl-view.ts";

/** The result of a page check. `isGone`: the page no longer exists. `linksLeft`: links whose answers are still awaited. */
export type PageCheck = {
  state: CrawlState;
  /** The page that was asked for; null if none is on record under this address. */
  pageId: string | null;
  opened: number;
  fixed: number;
  isGone: boolean;
  failureMessage: string | null;
  linksLeft: number;
};

/** Returns the result of a page check so far; null when the Team has no such page check. */
export async function findPageCheck(
  db: Database,
  { teamId, crawlId }: { teamId: TeamScope; crawlId: string },
): Promise<PageCheck | null> {
  const row = await db.crawl.findFirst({
    where: { id: crawlId, reason: "page", site: sitesOf(teamId) },
    select: CRAWL_COLUMNS,
  });
  if (!row) return null;
  const { siteId, state, opened, fixed, failureMessage, onlyUrls, notChecked } = toCrawlView(row);
  const [visit, page] = await Promise.all([
    db.crawlPage.findFirst({ where: { crawlId, url: { in: onlyUrls } }, select: { outcome: true } }),
    db.page.findFirst({ where: { siteId, url: { in: onlyUrls } }, select: { id: true } }),
  ]);
  const linksLeft = notChecked.find(({ code }) => code === "links-pending")?.count ?? 0;
  return { state, pageId: page?.id ?? null, opened, fixed, isGone: visit?.outcome === "gone", failureMessage, linksLeft };
}
