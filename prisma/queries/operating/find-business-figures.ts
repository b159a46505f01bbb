import type { Database } from "#prisma/client.ts";
import { type Money, monthlyRevenue } from "#worker/core/operating/monthly-revenue.ts";
import { findSubscriptionGroups } from "../plans/find-subscription-groups.ts";
import { OF_A_CUSTOMER } from "../teams/customer-teams.ts";

/** Customers, trials and revenue at a moment. */
export type BusinessFigures = {
  teams: number;
  sites: number;
  /** Teams with a paid subscription, those of them whose payment fails, and those that have cancelled to the end of the period. */
  paying: number;
  failing: number;
  ending: number;
  /** Teams that try Pro without paying. */
  trials: number;
  /** Revenue of one month, by currency. */
  revenue: Money[];
};

/** Counts customers, trials and revenue at a moment. A subscription in Stripe's own trial is not paid yet. */
export async function findBusinessFigures(db: Database, now: Date): Promise<BusinessFigures> {
  const paid = { status: { in: ["active", "past_due"] }, plan: { not: "free" as const } };
  const [teams, sites, failing, ending, trials, groups] = await Promise.all([
    db.team.count({ where: { id: OF_A_CUSTOMER } }),
    db.site.count({ where: { teamId: OF_A_CUSTOMER } }),
    db.subscription.count({ where: { ...paid, status: "past_due" } }),
    db.subscription.count({ where: { ...paid, cancelAtPeriodEnd: true } }),
    db.team.count({ where: { proTrialEndsAt: { gt: now }, proTrialEndedAt: null, NOT: { subscription: paid } } }),
    findSubscriptionGroups(db),
  ]);
  const paying = groups.reduce((sum, { count }) => sum + count, 0);
  return { teams, sites, paying, failing, ending, trials, revenue: monthlyRevenue(groups) };
}
