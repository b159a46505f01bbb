import type { Database } from "#prisma/client.ts";
import type { SubscriptionRecord } from "./save-subscription.ts";

export type KnownCustomer = { teamId: string; customerId: string; subscription: SubscriptionRecord | null };

/** Returns all Teams that are customers at Stripe, with their subscription as it is stored. */
export async function findCustomers(db: Database): Promise<KnownCustomer[]> {
  const teams = await db.team.findMany({
    where: { stripeCustomerId: { not: null } },
    select: { id: true, stripeCustomerId: true, subscription: { omit: { teamId: true, updatedAt: true, pastDueSince: true } } },
  });
  return teams.map(({ id, stripeCustomerId, subscription }) => ({
    teamId: id,
    customerId: stripeCustomerId ?? "",
    subscription,
  }));
}
