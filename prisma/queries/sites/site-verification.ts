import type { Database } from "#prisma/client.ts";
import { DELETED_TEAM_ID } from "#worker/core/deletion/deleted-team.ts";
import { MAX_MISSES } from "#worker/core/ownership/is-proven.ts";
import type { ProofMethod } from "#worker/core/ownership/proof.ts";

/** Interval between verifications of a verified Site: a week, or a day after a miss. */
const AGAIN_MS = 7 * 86_400_000;
const AFTER_MISS_MS = 86_400_000;
/** Sites that one worker verifies at a time. */
const BATCH = 10;

/** Returns the start page and token for verifying a Site; null when the Site is deleted. For the worker. */
export async function findSiteToVerify(db: Database, siteId: string): Promise<{ startUrl: string; token: string } | null> {
  const site = await db.site.findFirst({
    where: { id: siteId, teamId: { not: DELETED_TEAM_ID } },
    select: { startUrl: true, proofToken: true },
  });
  return site && { startUrl: site.startUrl, token: site.proofToken };
}

/** Records that a Site was verified. */
export async function recordVerified(db: Database, siteId: string, by: ProofMethod, now: Date): Promise<void> {
  const found = { provenBy: by, proofSoughtAt: now, proofMisses: 0 };
  await db.site.updateMany({ where: { id: siteId }, data: found });
  await db.site.updateMany({ where: { id: siteId, provenAt: null }, data: { provenAt: now } });
}

/** Records that a verified Site's proof was not found. After several misses in a row the Site is no longer verified. */
export async function recordMissedVerification(db: Database, siteId: string, now: Date): Promise<void> {
  const missed = { proofSoughtAt: now, proofMisses: { increment: 1 } };
  await db.site.updateMany({ where: { id: siteId, provenAt: { not: null } }, data: missed });
  await db.site.updateMany({
    where: { id: siteId, proofMisses: { gte: MAX_MISSES } },
    data: { provenAt: null, provenBy: null },
  });
}

/** Claims verified Sites that are due to be verified again, each for one worker. */
export async function claimSitesToVerify(db: Database, now: Date): Promise<string[]> {
  const [again, afterMiss] = [AGAIN_MS, AFTER_MISS_MS].map((ms) => new Date(now.getTime() - ms));
  const sites = await db.$queryRaw<{ id: string }[]>`
    UPDATE "Site" SET "proofSoughtAt" = ${now} WHERE "id" IN (
      SELECT "id" FROM "Site"
      WHERE "provenAt" IS NOT NULL AND "pausedBy" IS NULL
        AND "proofSoughtAt" < CASE WHEN "proofMisses" = 0 THEN ${again}::timestamp ELSE ${afterMiss}::timestamp END
      ORDER BY "proofSoughtAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING "id"`;
  return sites.map(({ id }) => id);
}
