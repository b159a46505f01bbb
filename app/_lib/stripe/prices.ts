import type Stripe from "stripe";
import { DomainError } from "#worker/core/errors.ts";
import { PLAN_IDS, PLANS, type PlanId } from "#worker/core/plans.ts";
import { log } from "#worker/log.ts";
import type { StripeSettings } from "./create-stripe.ts";

export type PaidPlanId = Exclude<PlanId, "free">;

/**
 * Prices are found by lookup key, `flawless_pro_monthly` and `flawless_agency_monthly`, so that the same code runs against any Stripe
 * account; STRIPE_PRICE_PRO and STRIPE_PRICE_AGENCY name them by id instead. A price that is no longer sold keeps its subscribers on
 * their plan if its metadata says `plan: pro`, because Stripe moves a lookup key to the new price.
 */
export function lookupKey(plan: PaidPlanId): string {
  return `flawless_${plan}_monthly`;
}

/** The id of the price that is sold now. @throws DomainError `unavailable` if the Stripe account has none. */
export async function findPriceId(stripe: Stripe, settings: StripeSettings, plan: PaidPlanId): Promise<string> {
  const configured = configuredPrice(settings, plan);
  if (configured) return configured;
  const { data } = await stripe.prices.list({ lookup_keys: [lookupKey(plan)], active: true, limit: 1 });
  const [price] = data;
  if (price) return price.id;
  log.error({ lookupKey: lookupKey(plan) }, "the Stripe account has no active price with this lookup key");
  throw new DomainError("unavailable", `The ${PLANS[plan].name} plan is not for sale at the moment. We charged nothing.`);
}

/** The Plan that a price stands for; null if none of ours. */
export function planOfPrice(
  price: Pick<Stripe.Price, "id" | "lookup_key" | "metadata">,
  settings: StripeSettings,
): PlanId | null {
  const isFor = (plan: PlanId) =>
    plan !== "free" &&
    (price.id === configuredPrice(settings, plan) || price.lookup_key === lookupKey(plan) || price.metadata.plan === plan);
  return PLAN_IDS.find(isFor) ?? null;
}

function configuredPrice(settings: StripeSettings, plan: PaidPlanId): string | undefined {
  return plan === "pro" ? settings.STRIPE_PRICE_PRO : settings.STRIPE_PRICE_AGENCY;
}
