import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";

/** @throws DomainError `not-found` when the Team has no such Site, or the token does not cover it. */
export async function requireApiSite(db: Database, { teamId, siteId }: { teamId: TeamScope; siteId: string }): Promise<void> {
  if ((await db.site.count({ where: { id: siteId, ...sitesOf(teamId) } })) === 0)
    throw new DomainError("not-found", "Your team has no such site.");
}
