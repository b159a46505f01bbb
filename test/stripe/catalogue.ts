import { BILLING_PERIODS, PLANS, type PlanId } from "#worker/core/plans.ts";
import type { Price, Product } from "./objects.ts";

const CREATED = 1_760_000_000;
const SOLD: PlanId[] = ["pro", "agency"];

/** Products that a seller sets up once at Stripe: one for each paid plan, with a price for each period, found by its lookup key. */
export const PRODUCTS: Product[] = SOLD.map((plan) => ({
  id: `prod_standin_${plan}`,
  object: "product",
  active: true,
  created: CREATED,
  livemode: false,
  metadata: {},
  name: `Flawless ${PLANS[plan].name}`,
}));

export const PRICES: Price[] = SOLD.flatMap((plan) =>
  BILLING_PERIODS.map((interval) => ({
    id: `price_standin_${plan}${interval === "year" ? "_yearly" : ""}`,
    object: "price",
    active: true,
    billing_scheme: "per_unit",
    created: CREATED,
    currency: "usd",
    livemode: false,
    lookup_key: `flawless_${plan}_${interval}ly`,
    metadata: {},
    product: `prod_standin_${plan}`,
    recurring: { interval, interval_count: 1, meter: null, trial_period_days: null, usage_type: "licensed" },
    tax_behavior: "unspecified",
    type: "recurring",
    unit_amount: PLANS[plan].prices[interval],
    unit_amount_decimal: String(PLANS[plan].prices[interval]),
  })),
);

/** Returns the name of a price as customers see it. */
export function productName(price: Price): string {
  return PRODUCTS.find((product) => product.id === price.product)?.name ?? price.id;
}
