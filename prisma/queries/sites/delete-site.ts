import type { Database, Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "./site-filter.ts";

/**
 * Deletes a Site with everything recorded about it. A running Crawl finds its row gone and stops.
 * @throws DomainError `not-found` when the Team has no such Site.
 */
export async function deleteSite(
  db: Database | Transaction,
  { teamId, siteId }: { teamId: TeamScope; siteId: string },
): Promise<void> {
  const { count } = await db.site.deleteMany({ where: { id: siteId, ...sitesOf(teamId) } });
  if (count === 0) throw new DomainError("not-found", "This site is no longer in your list.");
}
