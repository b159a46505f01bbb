import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { getDatabase } from "#app/_lib/database.ts";
import { PATH_HEADER } from "#app/_lib/path-header.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findSite } from "#prisma/queries/sites/find-site.ts";
import { findTeamOfSite } from "#prisma/queries/teams/find-teams.ts";
import { may } from "#worker/core/people/rights.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

/**
 * Returns the Site in the address, if the Team has it, and the member. A Site of another Team of this person leads to the change of teams; else
 * shows the page "not found". Runs once per request.
 */
export const requireSite = cache(async (siteId: string) => {
  const member = await requireMember("sites.see");
  const site = await findSite(getDatabase(), { teamId: member.teamId, siteId });
  if (!site) {
    const team = await findTeamOfSite(getDatabase(), { userId: member.userId, siteId });
    if (!team || team.id === teamOf(member.teamId)) notFound();
    redirect(
      `/teams?${new URLSearchParams({ team: team.id, next: (await headers()).get(PATH_HEADER) ?? `/sites/${siteId}` })}`,
    );
  }
  return { member, site, canChange: may(member, "sites.change") };
});
