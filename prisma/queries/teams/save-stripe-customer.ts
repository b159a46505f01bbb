import type { Database } from "#prisma/client.ts";

type Kept = { teamId: string; stripeCustomerId: string; insteadOf: string | null };

/**
 * Saves a Team's customer id unless another request saved one meanwhile, and returns the id in force. `insteadOf` is what the
 * caller read before: null, or an id that Stripe no longer knows.
 */
export async function saveStripeCustomer(db: Database, { teamId, stripeCustomerId, insteadOf }: Kept): Promise<string> {
  await db.team.updateMany({ where: { id: teamId, stripeCustomerId: insteadOf }, data: { stripeCustomerId } });
  const team = await db.team.findUniqueOrThrow({ where: { id: teamId }, select: { stripeCustomerId: true } });
  return team.stripeCustomerId ?? stripeCustomerId;
}
