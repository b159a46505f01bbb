import type { Database } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { makeToken } from "#prisma/secret-token.ts";
import { DomainError } from "#worker/core/errors.ts";
import { crawlMinute } from "#worker/core/schedule/crawl-minute.ts";
import { nextCrawlAt } from "#worker/core/schedule/next-crawl-at.ts";
import { plural } from "#worker/core/text/plural.ts";
import { queueCrawl } from "../crawls/queue-crawl.ts";
import { requireTeamNotHeld } from "../operating/require-not-held.ts";
import { lockTeam } from "../teams/lock-team.ts";

type Dependencies = { db: Database; queue: Queue; now: Date };
/** `email`: the verified address of the member who adds the Site; it gets the reports. `startUrl` is normalized. */
type NewSite = {
  teamId: string;
  startUrl: string;
  name: string;
  timeZone: string;
  pageLimit: number;
  language: string;
  email: string;
};

/** Local hour of the daily Crawl of a new Site. */
export const DAILY_HOUR = 5;

/**
 * Adds a Site with its first recipient and queues its first Crawl.
 * @throws DomainError `plan-limit` when the Plan allows no more active Sites, `conflict` when the Team has this Site already or an operator paused it.
 */
export async function addSite({ db, queue, now }: Dependencies, site: NewSite): Promise<{ siteId: string; crawlId: string }> {
  const { teamId, email, ...settings } = site;
  return db.$transaction(async (tx) => {
    const plan = await lockTeam(tx, teamId);
    await requireTeamNotHeld(tx, teamId);
    if (await tx.site.findFirst({ where: { teamId, startUrl: site.startUrl }, select: { id: true } }))
      throw new DomainError("conflict", "This site is already in your list.");
    if ((await tx.site.count({ where: { teamId, pausedBy: null } })) >= plan.sites)
      throw new DomainError("plan-limit", `Your plan includes ${plural(plan.sites, "site")}. Change your plan to add another.`);
    const clock = { timeZone: site.timeZone, crawlHour: DAILY_HOUR, crawlMinute: crawlMinute(site.startUrl) };
    const { id: siteId } = await tx.site.create({
      data: {
        teamId,
        ...settings,
        ...clock,
        pageLimit: Math.min(site.pageLimit, plan.pagesPerSite),
        nextCrawlAt: nextCrawlAt(clock, now),
        recipients: { create: { email: email.toLowerCase(), confirmedAt: now, token: makeToken() } },
      },
      select: { id: true },
    });
    const crawlId = await queueCrawl(tx, queue, { siteId, reason: "first", now });
    if (crawlId === null) throw new Error(`The new site ${siteId} has a crawl already.`);
    return { siteId, crawlId };
  });
}
