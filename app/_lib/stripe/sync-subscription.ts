import Stripe from "stripe";
import type { Database, Transaction } from "#prisma/client.ts";
import { saveSubscription } from "#prisma/queries/plans/save-subscription.ts";
import { settlePlan } from "#prisma/queries/plans/settle-plan.ts";
import { findTeamByCustomer } from "#prisma/queries/teams/find-team-by-customer.ts";
import { lockTeam } from "#prisma/queries/teams/lock-team.ts";
import { recordStripeEvent } from "#prisma/queries/teams/record-stripe-event.ts";
import type { Queue } from "#prisma/queue.ts";
import { log } from "#worker/log.ts";
import type { StripeSettings } from "./create-stripe.ts";
import { readSubscriptions } from "./read-subscriptions.ts";

export type BillingDependencies = { db: Database; queue: Queue; stripe: Stripe; settings: StripeSettings };

type Wanted = {
  customerId: string;
  /** The event that caused the call; it counts once. */
  event?: { id: string; type: string };
};

const TRANSACTION_MS = 40_000;

/**
 * Sets a Team's Plan to Stripe's current state. Always fetches that state, under the lock on the Team, so that events may
 * arrive in any order, twice or late. Returns `repeat` for an event handled before and `unknown` for an unknown customer.
 * @throws the error of Stripe or the database; then nothing changed and the event counts as unhandled.
 */
export async function syncSubscription(
  { db, queue, stripe, settings }: BillingDependencies,
  { customerId, event }: Wanted,
): Promise<"applied" | "repeat" | "unknown"> {
  const work = async (tx: Transaction) => {
    if (event && !(await recordStripeEvent(tx, event))) return "repeat";
    const teamId = await findTeamByCustomer(tx, customerId);
    if (!teamId) return "unknown";
    const current = await lockTeam(tx, teamId);
    const { plan, subscription } = readSubscriptions(await listSubscriptions(stripe, customerId), settings);
    if (plan === null)
      log.error({ teamId, subscriptionId: subscription?.id }, "a subscription has a price that is no plan's; the plan stays");
    const now = new Date();
    // Of an unknown price, the Plan in force counts as the one that was bought.
    const bought = subscription && { ...subscription, plan: plan === null ? current.id : subscription.plan };
    await saveSubscription(tx, queue, { teamId, subscription: bought, now });
    await settlePlan(tx, queue, { teamId, now });
    return "applied";
  };
  return db.$transaction(work, { timeout: TRANSACTION_MS, maxWait: TRANSACTION_MS });
}

/** Returns all subscriptions of a customer, including ended ones; none for an unknown customer. */
async function listSubscriptions(stripe: Stripe, customerId: string): Promise<Stripe.Subscription[]> {
  try {
    return await stripe.subscriptions
      .list({ customer: customerId, status: "all", limit: 100 })
      .autoPagingToArray({ limit: 1000 });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Returns true if Stripe reports that it does not know an id. */
export function isMissing(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";
}
