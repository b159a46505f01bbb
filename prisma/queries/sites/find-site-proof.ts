import type { Database } from "#prisma/client.ts";
import { MAX_MISSES } from "#worker/core/ownership/is-proven.ts";

type Wanted = { teamId: string; siteId: string };

/** How a Site stands with its proof. `isLost`: it was proven once, and the proof is gone. */
export type ProofView = {
  startUrl: string;
  token: string;
  provenAt: Date | null;
  provenBy: string | null;
  soughtAt: Date | null;
  isLost: boolean;
};

/** How a Site is proven to be its Team's; null when the Team has no such Site. */
export async function findSiteProof(db: Database, { teamId, siteId }: Wanted): Promise<ProofView | null> {
  const site = await db.site.findFirst({
    where: { id: siteId, teamId },
    select: { startUrl: true, proofToken: true, provenAt: true, provenBy: true, proofSoughtAt: true, proofMisses: true },
  });
  if (!site) return null;
  const { startUrl, proofToken: token, provenAt, provenBy, proofSoughtAt: soughtAt, proofMisses } = site;
  return { startUrl, token, provenAt, provenBy, soughtAt, isLost: provenAt === null && proofMisses >= MAX_MISSES };
}
