import type { Transaction } from "#prisma/client.ts";

/** The Team that pays as this customer of Stripe's; null for a customer that we do not know (any more). */
export async function findTeamByCustomer(tx: Transaction, stripeCustomerId: string): Promise<string | null> {
  const team = await tx.team.findUnique({ where: { stripeCustomerId }, select: { id: true } });
  return team?.id ?? null;
}
