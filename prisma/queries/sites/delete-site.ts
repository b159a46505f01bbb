import type { Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { hideSite } from "../deletion/hide-site.ts";
import { sitesOf } from "./site-filter.ts";

/**
 * Deletes a Site from its Team, in the caller's transaction. The operator can restore it for 30 days; then it is erased. A running Crawl
 * finds that it was cancelled, and stops.
 * @throws DomainError `not-found` when the Team has no such Site.
 */
export async function deleteSite(
  tx: Transaction,
  { teamId, siteId, now }: { teamId: TeamScope; siteId: string; now: Date },
): Promise<void> {
  const sites = await tx.site.count({ where: { id: siteId, ...sitesOf(teamId) } });
  if (sites === 0) throw new DomainError("not-found", "This site is no longer in your list.");
  await hideSite(tx, { siteId, now });
}
