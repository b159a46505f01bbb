import type { Database } from "#prisma/client.ts";
import { MAX_MISSES } from "#worker/core/ownership/is-proven.ts";
import type { ProofMethod } from "#worker/core/ownership/proof.ts";

/** A proven Site is looked at again this often, and one whose proof was missed, a day later. */
const AGAIN_MS = 7 * 86_400_000;
const AFTER_MISS_MS = 86_400_000;
/** Sites whose proof one worker looks for at a time. */
const BATCH = 10;

/** What to look for on a Site, and whether it is proven now; null when it is gone. For the worker. */
export async function findProofToSeek(db: Database, siteId: string): Promise<{ startUrl: string; token: string } | null> {
  const site = await db.site.findUnique({ where: { id: siteId }, select: { startUrl: true, proofToken: true } });
  return site && { startUrl: site.startUrl, token: site.proofToken };
}

/** Records that a Site's proof was found. */
export async function recordProof(db: Database, siteId: string, by: ProofMethod, now: Date): Promise<void> {
  const found = { provenBy: by, proofSoughtAt: now, proofMisses: 0 };
  await db.site.updateMany({ where: { id: siteId }, data: found });
  await db.site.updateMany({ where: { id: siteId, provenAt: null }, data: { provenAt: now } });
}

/** Records that a proven Site's proof was not found. After some times in a row the Site is proven no more. */
export async function recordMissedProof(db: Database, siteId: string, now: Date): Promise<void> {
  const missed = { proofSoughtAt: now, proofMisses: { increment: 1 } };
  await db.site.updateMany({ where: { id: siteId, provenAt: { not: null } }, data: missed });
  await db.site.updateMany({
    where: { id: siteId, proofMisses: { gte: MAX_MISSES } },
    data: { provenAt: null, provenBy: null },
  });
}

/** Takes proven Sites whose proof is to be looked for again: each by one worker alone. */
export async function claimProofs(db: Database, now: Date): Promise<string[]> {
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
