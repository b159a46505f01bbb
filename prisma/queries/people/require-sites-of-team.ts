import type { Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { MemberSites } from "#worker/core/people/member-sites.ts";
import type { Role } from "#worker/core/people/rights.ts";

/**
 * Returns the Sites for a Member as they are stored: owners see all. @throws DomainError `not-found` for a Site that the Team does not have,
 * `invalid-input` if there is none.
 */
export async function requireSitesOfTeam(
  tx: Transaction,
  { teamId, role, allSites, siteIds }: MemberSites & { teamId: string; role: Role },
): Promise<{ allSites: boolean; siteIds: string[] }> {
  if (allSites || role === "owner") return { allSites: true, siteIds: [] };
  const wanted = [...new Set(siteIds)];
  if (wanted.length === 0) throw new DomainError("invalid-input", "Choose at least one site.");
  if ((await tx.site.count({ where: { teamId, id: { in: wanted } } })) !== wanted.length)
    throw new DomainError("not-found", "One of these sites is no longer in your list. Load the page again.");
  return { allSites: false, siteIds: wanted };
}
