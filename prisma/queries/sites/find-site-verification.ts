import type { Database } from "#prisma/client.ts";
import { MAX_MISSES } from "#worker/core/ownership/is-proven.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "./site-filter.ts";

type Wanted = { teamId: TeamScope; siteId: string };

/** State of a Site's verification. `isLost`: it was verified once, and the proof has disappeared. */
export type VerificationView = {
  startUrl: string;
  token: string;
  provenAt: Date | null;
  provenBy: string | null;
  soughtAt: Date | null;
  isLost: boolean;
};

/** Returns the state of a Site's verification; null when the Team has no such Site. */
export async function findSiteVerification(db: Database, { teamId, siteId }: Wanted): Promise<VerificationView | null> {
  const site = await db.site.findFirst({
    where: { id: siteId, ...sitesOf(teamId) },
    select: { startUrl: true, proofToken: true, provenAt: true, provenBy: true, proofSoughtAt: true, proofMisses: true },
  });
  if (!site) return null;
  const { startUrl, proofToken: token, provenAt, provenBy, proofSoughtAt: soughtAt, proofMisses } = site;
  return { startUrl, token, provenAt, provenBy, soughtAt, isLost: provenAt === null && proofMisses >= MAX_MISSES };
}
