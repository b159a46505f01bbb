import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import type { SiteClock } from "#worker/core/schedule/next-crawl-at.ts";
import { plural } from "#worker/core/text/plural.ts";
import { lockTeam } from "../teams/lock-team.ts";
import { sitesOf } from "./site-filter.ts";

type Wanted = { teamId: TeamScope; siteId: string; nextCrawlAt: (site: SiteClock) => Date };

/**
 * Resumes a paused Site, paused by the owner or the Plan, if the Plan allows another. `nextCrawlAt` returns when its next Crawl
 * is due.
 * @throws DomainError `plan-limit` when the Plan allows no more active Sites, `not-found` when the Team has no such Site.
 */
export async function resumeSite(db: Database, { teamId, siteId, nextCrawlAt }: Wanted): Promise<void> {
  await db.$transaction(async (tx) => {
    const plan = await lockTeam(tx, teamId);
    const site = await tx.site.findFirst({
      where: { id: siteId, ...sitesOf(teamId) },
      select: { pausedBy: true, timeZone: true, crawlHour: true, crawlMinute: true },
    });
    if (!site) throw new DomainError("not-found", "This site is no longer in your list.");
    if (site.pausedBy === null) return;
    const active = await tx.site.count({ where: { teamId: teamOf(teamId), pausedBy: null } });
    if (active >= plan.sites)
      throw new DomainError(
        "plan-limit",
        `Your plan includes ${plural(plan.sites, "site")} at a time. Pause another site first, or change your plan.`,
      );
    await tx.site.update({ where: { id: siteId }, data: { pausedBy: null, nextCrawlAt: nextCrawlAt(site) } });
  });
}
