import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { plural } from "#worker/core/text/plural.ts";
import { lockTeam } from "../teams/lock-team.ts";
import { sitesOf } from "./site-filter.ts";

/** When a Site is crawled and which pages are read. Hours are 0 to 23 in `timeZone` (IANA name). */
export type CrawlSettings = {
  timeZone: string;
  crawlHour: number;
  pageLimit: number;
  /** Clicks from the start page; null: no limit of the owner's. */
  maxDepth: number | null;
  include: string[];
  exclude: string[];
};

type Wanted = CrawlSettings & { teamId: TeamScope; siteId: string; nextCrawlAt: (crawlMinute: number) => Date };

/**
 * Changes when and how a Site is crawled. `nextCrawlAt` returns when the next Crawl is due, given the Site's minute.
 * @throws DomainError `plan-limit` when the page limit is above the Plan's, `not-found` when the Team has no such Site.
 */
export async function changeCrawlSettings(db: Database, wanted: Wanted): Promise<void> {
  const { teamId, siteId, nextCrawlAt, ...settings } = wanted;
  await db.$transaction(async (tx) => {
    const plan = await lockTeam(tx, teamId);
    if (settings.pageLimit > plan.pagesPerSite)
      throw new DomainError("plan-limit", `Your plan includes up to ${plural(plan.pagesPerSite, "page")} on a site.`);
    const site = await tx.site.findFirst({
      where: { id: siteId, ...sitesOf(teamId) },
      select: { crawlMinute: true, crawlHour: true, timeZone: true },
    });
    if (!site) throw new DomainError("not-found", "This site is no longer in your list.");
    const moved = site.crawlHour !== settings.crawlHour || site.timeZone !== settings.timeZone;
    await tx.site.update({
      where: { id: siteId },
      data: { ...settings, ...(moved ? { nextCrawlAt: nextCrawlAt(site.crawlMinute) } : {}) },
    });
  });
}
