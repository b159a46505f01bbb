import type { Database } from "#prisma/client.ts";
import { hashToken, makeToken } from "#prisma/secret-token.ts";
import { TRIAL_KEPT_MS, TRIAL_TEAM_ID } from "#worker/core/trial/trial-limits.ts";
import { seedSite } from "./seed-site.ts";

/** Creates a trial with the result of a seeded Site. Returns the secret in the address of its result. */
export async function seedTrial(db: Database, { email, now }: { email: string; now: Date }): Promise<string> {
  await db.team.create({ data: { id: TRIAL_TEAM_ID, name: "Trials" } });
  const { siteId } = await seedSite(db, { teamId: TRIAL_TEAM_ID, userId: "", email, now });
  const token = makeToken();
  const expiresAt = new Date(now.getTime() + TRIAL_KEPT_MS);
  await db.trial.create({
    data: { tokenHash: hashToken(token), siteId, address: "https://example.com/", visitor: "seed", createdAt: now, expiresAt },
  });
  return token;
}
