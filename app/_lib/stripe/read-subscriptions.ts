import type Stripe from "stripe";
import type { SubscriptionRecord } from "#prisma/queries/teams/apply-plan.ts";
import { PLAN_IDS, type PlanId } from "#worker/core/plans.ts";
import type { StripeSettings } from "./create-stripe.ts";
import { planOfPrice } from "./prices.ts";

/** The fields that are read, so that a test can write one down. */
export type SubscriptionFacts = Pick<
  Stripe.Subscription,
  "id" | "status" | "created" | "cancel_at" | "cancel_at_period_end"
> & {
  items: { data: { current_period_end: number; price: Pick<Stripe.Price, "id" | "lookup_key" | "metadata"> }[] };
};

export type Reading = {
  /** The Plan that is in force; null if it is paid with a price that we do not know, and the Plan must stay what it is. */
  plan: PlanId | null;
  subscription: SubscriptionRecord | null;
};

/**
 * What follows from all the subscriptions of one customer, whatever came before. The one that grants the highest Plan counts; where none
 * grants any, the newest is kept to be shown, and the Plan is free.
 */
export function readSubscriptions(all: SubscriptionFacts[], settings: StripeSettings): Reading {
  const rank = (facts: SubscriptionFacts) =>
    grants(facts.status) ? 1 + PLAN_IDS.indexOf(planOf(facts, settings) ?? "free") : 0;
  const [first] = all.toSorted((a, b) => rank(b) - rank(a) || b.created - a.created || b.id.localeCompare(a.id));
  if (!first) return { plan: "free", subscription: null };
  const bought = planOf(first, settings);
  const plan = grants(first.status) ? bought : "free";
  return { plan, subscription: recordOf(first, bought ?? "free") };
}

/**
 * True if a subscription in this state gives its Plan. After a failed payment Stripe tries again for days (`past_due`): the Plan stays
 * meanwhile. `incomplete` was never paid; `unpaid` and `canceled` are what failed retries end in. A status that Stripe adds gives nothing.
 */
export function grants(status: string): boolean {
  return status === "active" || status === "trialing" || status === "past_due";
}

function planOf(facts: SubscriptionFacts, settings: StripeSettings): PlanId | null {
  const plans = facts.items.data.map((item) => planOfPrice(item.price, settings));
  return plans.find((plan) => plan !== null) ?? null;
}

/**
 * Stripe says in two ways that a subscription is to end: `cancel_at_period_end`, and `cancel_at` alone under its flexible billing mode.
 * See https://docs.stripe.com/billing/subscriptions/cancel.
 */
function recordOf(facts: SubscriptionFacts, plan: PlanId): SubscriptionRecord {
  const periodEnds = facts.items.data.map((item) => item.current_period_end);
  const endsAt = facts.cancel_at ?? (periodEnds.length > 0 ? Math.max(...periodEnds) : null);
  return {
    id: facts.id,
    plan,
    status: facts.status,
    currentPeriodEnd: endsAt === null ? null : new Date(endsAt * 1000),
    cancelAtPeriodEnd: facts.cancel_at_period_end || facts.cancel_at !== null,
  };
}
