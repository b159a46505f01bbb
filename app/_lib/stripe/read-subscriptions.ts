import type Stripe from "stripe";
import type { SubscriptionRecord } from "#prisma/queries/plans/save-subscription.ts";
import { grantsPlan } from "#worker/core/billing/grants-plan.ts";
import { PLAN_IDS, type PlanId } from "#worker/core/plans.ts";
import type { StripeSettings } from "./create-stripe.ts";
import { planOfPrice } from "./prices.ts";

type PriceFacts = Pick<Stripe.Price, "id" | "lookup_key" | "metadata" | "unit_amount" | "currency"> & {
  recurring: Pick<Stripe.Price.Recurring, "interval"> | null;
};

/** The fields that are used, so that tests can write them. */
export type SubscriptionFacts = Pick<
  Stripe.Subscription,
  "id" | "status" | "created" | "cancel_at" | "cancel_at_period_end"
> & {
  items: { data: { current_period_end: number; quantity?: number; price: PriceFacts }[] };
};

export type Reading = {
  /** The Plan in force; null if it is paid with an unknown price, so that the Plan must stay as it is. */
  plan: PlanId | null;
  subscription: SubscriptionRecord | null;
};

/**
 * Derives the Plan from all subscriptions of one customer. Those whose payment fails count after the others, and of several that grant a
 * Plan the highest counts; if none grants any, the newest is shown and the Plan is free.
 */
export function readSubscriptions(all: SubscriptionFacts[], settings: StripeSettings): Reading {
  const rank = (facts: SubscriptionFacts) =>
    grantsPlan(facts.status)
      ? 1 + PLAN_IDS.indexOf(planOf(facts, settings) ?? "free") + (facts.status === "past_due" ? 0 : PLAN_IDS.length)
      : 0;
  const [first] = all.toSorted((a, b) => rank(b) - rank(a) || b.created - a.created || b.id.localeCompare(a.id));
  if (!first) return { plan: "free", subscription: null };
  const bought = planOf(first, settings);
  const plan = grantsPlan(first.status) ? bought : "free";
  return { plan, subscription: recordOf(first, bought ?? "free") };
}

function planOf(facts: SubscriptionFacts, settings: StripeSettings): PlanId | null {
  const plans = facts.items.data.map((item) => planOfPrice(item.price, settings));
  return plans.find((plan) => plan !== null) ?? null;
}

/**
 * Builds the stored record. Stripe has two ways to say that a subscription will end: `cancel_at_period_end`, and `cancel_at`
 * alone in flexible billing mode. See https://docs.stripe.com/billing/subscriptions/cancel.
 */
function recordOf(facts: SubscriptionFacts, plan: PlanId): SubscriptionRecord {
  const periodEnds = facts.items.data.map((item) => item.current_period_end);
  const endsAt = facts.cancel_at ?? (periodEnds.length > 0 ? Math.max(...periodEnds) : null);
  return {
    id: facts.id,
    plan,
    period: facts.items.data.some(({ price }) => price.recurring?.interval === "year") ? "year" : "month",
    status: facts.status,
    currentPeriodEnd: endsAt === null ? null : new Date(endsAt * 1000),
    cancelAtPeriodEnd: facts.cancel_at_period_end || facts.cancel_at !== null,
    amount: facts.items.data.reduce((sum, { price, quantity = 1 }) => sum + (price.unit_amount ?? 0) * quantity, 0),
    currency: facts.items.data[0]?.price.currency ?? null,
  };
}
