import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findSite } from "#prisma/queries/sites/find-site.ts";

/**
 * Returns the Site in the address, if the Team has it, and the member; else shows the page "not found". Runs once per request.
 */
export const requireSite = cache(async (siteId: string) => {
  const member = await requireMember();
  const site = await findSite(getDatabase(), { teamId: member.teamId, siteId });
  if (!site) notFound();
  return { member, site, canChange: member.role !== "viewer" };
});
