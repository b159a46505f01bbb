import Stripe from "stripe";
import type { Database, Transaction } from "#prisma/client.ts";
import { recordPlanChange } from "#prisma/queries/security/record-plan-change.ts";
import { applyPlan } from "#prisma/queries/teams/apply-plan.ts";
import { findTeamByCustomer } from "#prisma/queries/teams/find-team-by-customer.ts";
import { lockTeam } from "#prisma/queries/teams/lock-team.ts";
import { recordStripeEvent } from "#prisma/queries/teams/record-stripe-event.ts";
import { log } from "#worker/log.ts";
import type { StripeSettings } from "./create-stripe.ts";
import { readSubscriptions } from "./read-subscriptions.ts";

export type BillingDependencies = { db: Database; stripe: Stripe; settings: StripeSettings };

type Wanted = {
  customerId: string;
  /** The event that is the reason; it counts once. */
  event?: { id: string; type: string };
};

const TRANSACTION_MS = 40_000;

/**
 * Makes a Team's Plan what Stripe says at this moment. Events only say that something changed; the state is always asked for, and asked for
 * under the lock on the Team. So events may come in any order, twice or late, and the end is the same.
 * Gives `repeat` for an event that was handled before and `unknown` for a customer that is no Team's.
 * @throws what Stripe or the database says; then nothing was changed and the event counts as not handled.
 */
export async function syncSubscription(
  { db, stripe, settings }: BillingDependencies,
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
    await applyPlan(tx, { teamId, plan: plan ?? current.id, subscription });
    if (plan !== null && plan !== current.id) await recordPlanChange(tx, { teamId, plan, now: new Date() });
    return "applied";
  };
  return db.$transaction(work, { timeout: TRANSACTION_MS, maxWait: TRANSACTION_MS });
}

/** All subscriptions of a customer, also those that ended. A customer that Stripe does not know (any more) has none. */
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

/** Whether Stripe says that it does not know an id. */
export function isMissing(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";
}
