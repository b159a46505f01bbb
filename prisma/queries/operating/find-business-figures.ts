import type { Database } from "#prisma/client.ts";
import { type Money, monthlyRevenue, type SubscriptionGroup } from "#worker/core/operating/monthly-revenue.ts";
import { TRIAL_TEAM_ID } from "#worker/core/trial/trial-limits.ts";

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

type GroupRow = Omit<SubscriptionGroup, "count" | "amount"> & { count: bigint; amount: bigint | null };

/** Counts customers, trials and revenue at a moment. A subscription in Stripe's own trial is not paid yet. */
export async function findBusinessFigures(db: Database, now: Date): Promise<BusinessFigures> {
  const paid = { status: { in: ["active", "past_due"] }, plan: { not: "free" as const } };
  const [teams, sites, failing, ending, trials, groups] = await Promise.all([
    db.team.count({ where: { id: { not: TRIAL_TEAM_ID } } }),
    db.site.count({ where: { teamId: { not: TRIAL_TEAM_ID } } }),
    db.subscription.count({ where: { ...paid, status: "past_due" } }),
    db.subscription.count({ where: { ...paid, cancelAtPeriodEnd: true } }),
    db.team.count({ where: { proTrialEndsAt: { gt: now }, proTrialEndedAt: null, NOT: { subscription: paid } } }),
    db.$queryRaw<GroupRow[]>`
      SELECT "plan"::text AS "plan", "period"::text AS "period", "currency", count(*) AS "count", sum("amount") AS "amount"
      FROM "Subscription" WHERE "status" IN ('active', 'past_due') AND "plan" <> 'free'
      GROUP BY "plan", "period", "currency", "amount" IS NULL`,
  ]);
  const counted = groups.map(({ count, amount, ...group }) => ({
    ...group,
    count: Number(count),
    amount: amount === null ? null : Number(amount),
  }));
  const paying = counted.reduce((sum, { count }) => sum + count, 0);
  return { teams, sites, paying, failing, ending, trials, revenue: monthlyRevenue(counted) };
}
