import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "./site-filter.ts";

type Wanted = { teamId: TeamScope; siteId: string; editPattern: string | null };

/**
 * Sets the pattern of the addresses at which a Site's pages are edited; null: no links.
 * @throws DomainError `not-found` when the Team has no such Site.
 */
export async function changeEditPattern(db: Database, { teamId, siteId, editPattern }: Wanted): Promise<void> {
  const { count } = await db.site.updateMany({ where: { id: siteId, ...sitesOf(teamId) }, data: { editPattern } });
  if (count === 0) throw new DomainError("not-found", "This site is no longer in your list.");
}
