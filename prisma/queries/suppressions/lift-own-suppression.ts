import type { Database } from "#prisma/client.ts";
import { recipientsOfToken } from "../recipients/recipients-of-token.ts";

/** Writes again to the person with the token of a mail, also after a complaint. Returns false for an unknown token. */
export async function liftOwnSuppression(db: Database, { token, now }: { token: string; now: Date }): Promise<boolean> {
  const known = await recipientsOfToken(db, token);
  if (!known) return false;
  await db.mailSuppression.updateMany({ where: { email: known.email, active: true }, data: { active: false, liftedAt: now } });
  return true;
}
