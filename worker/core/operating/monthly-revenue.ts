import { type BillingPeriod, PLANS, type PlanId } from "../plans.ts";

/** Subscriptions with the same Plan, period and currency. `amount`: their sum in the smallest unit, null if Stripe has not been read since. */
export type SubscriptionGroup = {
  plan: PlanId;
  period: BillingPeriod;
  currency: string | null;
  count: number;
  amount: number | null;
};

/** An amount in the smallest unit of a currency, such as cents. */
export type Money = { currency: string; amount: number };

const MONTHS = { month: 1, year: 12 } as const satisfies Record<BillingPeriod, number>;
/** The currency of the prices in PLANS. */
const LIST_CURRENCY = "usd";

/**
 * Returns the revenue of one month by currency, the largest first: yearly prices count a twelfth, without taxes and coupons. Subscriptions
 * without a known amount count with the list price.
 */
export function monthlyRevenue(groups: readonly SubscriptionGroup[]): Money[] {
  const sums = new Map<string, number>();
  for (const { plan, period, currency, count, amount } of groups) {
    const isKnown = currency !== null && amount !== null;
    const key = isKnown ? currency : LIST_CURRENCY;
    const sum = isKnown ? amount : count * PLANS[plan].prices[period];
    sums.set(key, (sums.get(key) ?? 0) + sum / MONTHS[period]);
  }
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount: Math.round(amount) }))
    .filter(({ amount }) => amount > 0)
    .sort((one, other) => other.amount - one.amount || one.currency.localeCompare(other.currency));
}

/** Returns an amount in whole units of its currency, such as dollars. */
export function toWholeUnits({ currency, amount }: Money): number {
  return amount / 10 ** (formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2);
}

/** Formats an amount as "$1,234.50", with as many decimals as its currency has. */
export function formatMoney(money: Money): string {
  return formatOf(money.currency).format(toWholeUnits(money));
}

function formatOf(currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat("en-US", { style: "currency", currency: currency.toUpperCase() });
}
