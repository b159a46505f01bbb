import type { Member } from "#prisma/generated/client.ts";
import { may } from "#worker/core/people/rights.ts";
import { allowsSite, type TeamScope } from "#worker/core/people/team-scope.ts";

/** Returns true if a Member may decide about the Issues of a Site of their Team. */
export function mayDecide({ teamId, role, allSites, siteIds }: Member, siteId: string): boolean {
  const scope: TeamScope = allSites ? teamId : { teamId, siteIds };
  return allowsSite(scope, siteId) && may({ role, teamId: scope }, "issues.decide");
}
