import type { Transaction } from "#prisma/client.ts";

/** Returns the Team with this Stripe customer; null for an unknown customer. */
export async function findTeamByCustomer(tx: Transaction, stripeCustomerId: string): Promise<string | null> {
  const team = await tx.team.findUnique({ where: { stripeCustomerId }, select: { id: true } });
  return team?.id ?? null;
}
