import { type BillingPeriod, PLANS, type PlanId } from "../plans.ts";

/** Number of Teams that pay for a Plan in a period. */
export type PayingTeams = { plan: PlanId; period: BillingPeriod; teams: number };

/** Returns what Teams pay a month, in US cents before taxes. A yearly price counts by its twelfth. */
export function monthlyRevenue(paying: readonly PayingTeams[]): number {
  return paying.reduce((sum, { plan, period, teams }) => {
    const price = PLANS[plan].prices[period];
    return sum + teams * (period === "year" ? price / 12 : price);
  }, 0);
}
