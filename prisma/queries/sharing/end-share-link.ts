import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";

/** Ends a secret address at once. @throws DomainError `not-found` when the Team's Site has no such address. */
export async function endShareLink(
  db: Database,
  { teamId, siteId, linkId }: { teamId: TeamScope; siteId: string; linkId: string },
): Promise<void> {
  const { count } = await db.shareLink.deleteMany({ where: { id: linkId, siteId, site: sitesOf(teamId) } });
  if (count === 0) throw new DomainError("not-found", "This address has already ended.");
}
