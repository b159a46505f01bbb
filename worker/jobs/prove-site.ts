import type { Database } from "#prisma/client.ts";
import {
  claimSitesToVerify,
  findSiteToVerify,
  recordMissedVerification,
  recordVerified,
} from "#prisma/queries/sites/site-verification.ts";
import { findWindDownEffects } from "#prisma/queries/winding-down/find-wind-down-effects.ts";
import type { VerificationResult } from "#prisma/queue.ts";
import { serviceClock } from "#prisma/service-clock.ts";
import type { HttpClient } from "#worker/http/client/http-client.ts";
import { findProof } from "#worker/http/read/find-proof.ts";

/** A person waits for the answer. */
const PATIENCE_MS = 20_000;

type Dependencies = {
  db: Database;
  client: HttpClient;
  lookUpTxt?: (host: string) => Promise<string[][]>;
};

/** Looks for the proof that a Site is its owner's and records it, or returns what is missing, in words for the owner. */
export async function proveSite({ db, client, ...seeking }: Dependencies, siteId: string): Promise<VerificationResult> {
  const proof = await findSiteToVerify(db, siteId);
  if (!proof) return { outcome: "unavailable" };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const sought = await findProof(client, proof, { ...seeking, signal });
    if (sought.by === null) return { outcome: "missing", missing: sought.missing };
    await recordVerified(db, siteId, sought.by, serviceClock.now());
    return { outcome: "proven", by: sought.by };
  } catch (error) {
    if (!signal.aborted) throw error;
    return { outcome: "unavailable" };
  }
}

/** Verifies proven Sites again: a proof must be missing several times before it counts as gone. Returns the number of Sites verified. */
export async function reproveSites(dependencies: Dependencies): Promise<number> {
  if (!(await findWindDownEffects(dependencies.db)).crawls) return 0;
  const siteIds = await claimSitesToVerify(dependencies.db, serviceClock.now());
  for (const siteId of siteIds) {
    const { outcome } = await proveSite(dependencies, siteId);
    if (outcome !== "proven") await recordMissedVerification(dependencies.db, siteId, serviceClock.now());
  }
  return siteIds.length;
}
