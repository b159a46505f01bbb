import type Stripe from "stripe";
import type { Database } from "#prisma/client.ts";
import { findCustomers } from "#prisma/queries/plans/find-customers.ts";
import { listRunningSubscriptions } from "../stripe/list-running-subscriptions.ts";

export type OwnSubscription = { id: string; customerId: string; subscription: Stripe.Subscription };

/** Yields the subscriptions that have not ended, of our own Teams only: the Stripe account may have other customers. */
export async function* findOwnSubscriptions({ db, stripe }: { db: Database; stripe: Stripe }): AsyncGenerator<OwnSubscription> {
  const own = new Set((await findCustomers(db)).map(({ customerId }) => customerId));
  if (own.size === 0) return;
  for await (const { customerId, subscription } of listRunningSubscriptions(stripe))
    if (own.has(customerId)) yield { id: subscription.id, customerId, subscription };
}

/** Returns true if a subscription would go on after its period. */
export function renews({ cancel_at_period_end, cancel_at, status }: Stripe.Subscription): boolean {
  return !cancel_at_period_end && cancel_at === null && status !== "incomplete";
}
