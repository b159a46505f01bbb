import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "./site-filter.ts";

/**
 * Pauses a Site's daily Crawls until it is resumed. A Site that the Plan paused stays paused by the Plan.
 * @throws DomainError `not-found` when the Team has no such Site.
 */
export async function pauseSite(db: Database, { teamId, siteId }: { teamId: TeamScope; siteId: string }): Promise<void> {
  const site = await db.site.findFirst({ where: { id: siteId, ...sitesOf(teamId) }, select: { id: true } });
  if (!site) throw new DomainError("not-found", "This site is no longer in your list.");
  await db.site.updateMany({ where: { id: siteId, ...sitesOf(teamId), pausedBy: null }, data: { pausedBy: "owner" } });
}
