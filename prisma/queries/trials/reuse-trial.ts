import type { Database } from "#prisma/client.ts";
import { hashToken, makeToken } from "#prisma/secret-token.ts";
import { TRIAL_KEPT_MS, TRIAL_SHARED_MS, TRIAL_TEAM_ID } from "#worker/core/trial/trial-limits.ts";

type Wanted = { address: string; visitor: string; now: Date };

/**
 * Gives a visitor the result of the same address that was read within the last hours, under a secret of their own. Returns null if there is
 * none: the site is new, could not be read, or someone has signed up with it.
 */
export async function reuseTrial(db: Database, { address, visitor, now }: Wanted): Promise<{ token: string } | null> {
  const site = {
    teamId: TRIAL_TEAM_ID,
    createdAt: { gt: new Date(now.getTime() - TRIAL_SHARED_MS) },
    crawls: { none: { state: { in: ["failed" as const, "cancelled" as const] } } },
  };
  const known = await db.trial.findFirst({
    where: { address, expiresAt: { gt: now }, site },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { siteId: true },
  });
  if (!known) return null;
  const token = makeToken();
  const expiresAt = new Date(now.getTime() + TRIAL_KEPT_MS);
  await db.trial.create({
    data: { tokenHash: hashToken(token), siteId: known.siteId, address, visitor, createdAt: now, expiresAt },
  });
  return { token };
}
