import type Stripe from "stripe";
import { DomainError } from "#worker/core/errors.ts";
import { PLAN_IDS, PLANS, type PlanId } from "#worker/core/plans.ts";
import { log } from "#worker/log.ts";
import type { StripeSettings } from "./create-stripe.ts";

export type PaidPlanId = Exclude<PlanId, "free">;

/**
 * Returns the lookup key of a Plan's price, so that the same code runs with any Stripe account; STRIPE_PRICE_PRO and
 * STRIPE_PRICE_AGENCY override it by id. An old price keeps its subscribers if its metadata says `plan: pro`, since Stripe
 * moves the lookup key to the new price.
 */
export function lookupKey(plan: PaidPlanId): string {
  return `flawless_${plan}_monthly`;
}

/** Returns the id of the price on sale. @throws DomainError `unavailable` if the Stripe account has none. */
export async function findPriceId(stripe: Stripe, settings: StripeSettings, plan: PaidPlanId): Promise<string> {
  const configured = configuredPrice(settings, plan);
  if (configured) return configured;
  const { data } = await stripe.prices.list({ lookup_keys: [lookupKey(plan)], active: true, limit: 1 });
  const [price] = data;
  if (price) return price.id;
  log.error({ lookupKey: lookupKey(plan) }, "the Stripe account has no active price with this lookup key");
  throw new DomainError("unavailable", `The ${PLANS[plan].name} plan is not for sale at the moment. We charged nothing.`);
}

/** Returns the Plan of a price; null if it is none of ours. */
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
