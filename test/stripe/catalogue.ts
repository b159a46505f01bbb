import { PLANS, type PlanId } from "#worker/core/plans.ts";
import type { Price, Product } from "./objects.ts";

const CREATED = 1_760_000_000;
const SOLD: PlanId[] = ["pro", "agency"];

/** Products that a seller sets up once at Stripe: one with a monthly price for each paid plan, found by its lookup key. */
export const PRODUCTS: Product[] = SOLD.map((plan) => ({
  id: `prod_standin_${plan}`,
  object: "product",
  active: true,
  created: CREATED,
  livemode: false,
  metadata: {},
  name: `Flawless ${PLANS[plan].name}`,
}));

export const PRICES: Price[] = SOLD.map((plan) => ({
  id: `price_standin_${plan}`,
  object: "price",
  active: true,
  billing_scheme: "per_unit",
  created: CREATED,
  currency: "usd",
  livemode: false,
  lookup_key: `flawless_${plan}_monthly`,
  metadata: {},
  product: `prod_standin_${plan}`,
  recurring: { interval: "month", interval_count: 1, meter: null, trial_period_days: null, usage_type: "licensed" },
  tax_behavior: "unspecified",
  type: "recurring",
  unit_amount: PLANS[plan].monthlyPrice,
  unit_amount_decimal: String(PLANS[plan].monthlyPrice),
}));

/** Returns the name of a price as customers see it. */
export function productName(price: Price): string {
  return PRODUCTS.find((product) => product.id === price.product)?.name ?? price.id;
}
