import type Stripe from "stripe";
import { DomainError } from "#worker/core/errors.ts";
import { BILLING_PERIODS, type BillingPeriod, PLANS, type PlanId } from "#worker/core/plans.ts";
import { log } from "#worker/log.ts";
import type { StripeSettings } from "./create-stripe.ts";

export type PaidPlanId = Exclude<PlanId, "free">;
/** A Plan for sale, and the period that each payment is for. */
export type Offer = { plan: PaidPlanId; period: BillingPeriod };

type PriceFacts = Pick<Stripe.Price, "id" | "lookup_key" | "metadata">;

const PAID_PLANS: PaidPlanId[] = ["pro", "agency"];

/**
 * Returns the lookup key of an offer's price, so that the same code runs with any Stripe account; STRIPE_PRICE_PRO and its like override
 * it by id. An old price keeps its subscribers if its metadata says `plan: pro`, since Stripe moves the lookup key to the new price.
 */
export function lookupKey({ plan, period }: Offer): string {
  return `flawless_${plan}_${period}ly`;
}

/** Returns the id of the price on sale. @throws DomainError `unavailable` if the Stripe account has none. */
export async function findPriceId(stripe: Stripe, settings: StripeSettings, offer: Offer): Promise<string> {
  const configured = configuredPrice(settings, offer);
  if (configured) return configured;
  const key = lookupKey(offer);
  const { data } = await stripe.prices.list({ lookup_keys: [key], active: true, limit: 1 });
  const [price] = data;
  if (price) return price.id;
  log.error({ lookupKey: key }, "the Stripe account has no active price with this lookup key");
  throw new DomainError(
    "unavailable",
    `The ${PLANS[offer.plan].name} plan by the ${offer.period} is not for sale at the moment. We charged nothing.`,
  );
}

/** Returns the Plan of a price; null if it is none of ours. */
export function planOfPrice(price: PriceFacts, settings: StripeSettings): PaidPlanId | null {
  const isFor = (plan: PaidPlanId) =>
    price.metadata.plan === plan || BILLING_PERIODS.some((period) => isOffer(price, settings, { plan, period }));
  return PAID_PLANS.find(isFor) ?? null;
}

function isOffer(price: PriceFacts, settings: StripeSettings, offer: Offer): boolean {
  return price.id === configuredPrice(settings, offer) || price.lookup_key === lookupKey(offer);
}

function configuredPrice(settings: StripeSettings, { plan, period }: Offer): string | undefined {
  const configured = {
    pro: { month: settings.STRIPE_PRICE_PRO, year: settings.STRIPE_PRICE_PRO_YEARLY },
    agency: { month: settings.STRIPE_PRICE_AGENCY, year: settings.STRIPE_PRICE_AGENCY_YEARLY },
  };
  return configured[plan][period];
}
