import { type BillingPeriod, PLANS, type PlanId } from "#worker/core/plans.ts";

const number = new Intl.NumberFormat("en-US");
const dollars = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 2,
  trailingZeroDisplay: "stripIfInteger",
});

/** Returns a Plan's price for a period as shown. */
export function planPrice(plan: PlanId, period: BillingPeriod): string {
  return dollars.format(PLANS[plan].prices[period] / 100);
}

/** Returns what a year costs less than twelve months, as shown. */
export function yearlySaving(plan: PlanId): string {
  const { month, year } = PLANS[plan].prices;
  return dollars.format((12 * month - year) / 100);
}

/** Returns a Plan's limits as shown, one per line. */
export function planFacts(plan: PlanId): string[] {
  const { sites, pagesPerSite, recipientsPerSite, requestedCrawlsPerDay, houseRules } = PLANS[plan];
  return [
    sites === 1 ? "1 site" : `${number.format(sites)} sites`,
    `${number.format(pagesPerSite)} pages${sites === 1 ? "" : " a site"}, read daily`,
    `${recipientsPerSite} people mailed per site`,
    `${requestedCrawlsPerDay} extra crawls a day`,
    `${number.format(houseRules)} rules of house style`,
  ];
}
