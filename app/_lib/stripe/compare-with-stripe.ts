import type Stripe from "stripe";
import { findCustomers, type KnownCustomer } from "#prisma/queries/plans/find-customers.ts";
import type { SubscriptionRecord } from "#prisma/queries/plans/save-subscription.ts";
import { grantsPlan } from "#worker/core/billing/grants-plan.ts";
import { log } from "#worker/log.ts";
import { listRunningSubscriptions } from "./list-running-subscriptions.ts";
import { readSubscriptions } from "./read-subscriptions.ts";
import { type BillingDependencies, syncSubscription } from "./sync-subscription.ts";

/**
 * Compares all subscriptions that have not ended at Stripe with ours, and syncs the Teams where they differ. Returns the number of Teams.
 * @throws the error of Stripe or the database; what was synced before stays.
 */
export async function compareWithStripe(dependencies: BillingDependencies): Promise<number> {
  const { db, stripe, settings } = dependencies;
  const running = new Map<string, Stripe.Subscription[]>();
  for await (const { customerId, subscription } of listRunningSubscriptions(stripe))
    running.set(customerId, [...(running.get(customerId) ?? []), subscription]);
  const isDifferent = ({ customerId, subscription }: KnownCustomer) => {
    const { plan, subscription: theirs } = readSubscriptions(running.get(customerId) ?? [], settings);
    return plan !== null && !isSame(subscription, theirs);
  };
  const different = (await findCustomers(db)).filter(isDifferent);
  for (const { teamId, customerId } of different) {
    log.warn({ teamId }, "a subscription was not as at Stripe: mended");
    await syncSubscription(dependencies, { customerId });
  }
  return different.length;
}

/** Compares two records. One that has ended is not in Stripe's list, and ours keeps its last state. */
function isSame(ours: SubscriptionRecord | null, theirs: SubscriptionRecord | null): boolean {
  if (!ours || !theirs) return !theirs && (!ours || !(grantsPlan(ours.status) || ours.status === "unpaid"));
  return (
    ours.id === theirs.id &&
    ours.plan === theirs.plan &&
    ours.period === theirs.period &&
    ours.status === theirs.status &&
    ours.cancelAtPeriodEnd === theirs.cancelAtPeriodEnd &&
    ours.amount === theirs.amount &&
    ours.currency === theirs.currency &&
    ours.currentPeriodEnd?.getTime() === theirs.currentPeriodEnd?.getTime()
  );
}
