import type { Database } from "#prisma/client.ts";
import type { SubscriptionGroup } from "#worker/core/operating/monthly-revenue.ts";

type GroupRow = Omit<SubscriptionGroup, "count" | "amount"> & { count: bigint; amount: bigint | null };

/** Counts the paid subscriptions by Plan, period and currency. One in Stripe's own trial is not paid yet. */
export async function findSubscriptionGroups(db: Database): Promise<SubscriptionGroup[]> {
  const rows = await db.$queryRaw<GroupRow[]>`
    SELECT "plan"::text AS "plan", "period"::text AS "period", "currency", count(*) AS "count", sum("amount") AS "amount"
    FROM "Subscription" WHERE "status" IN ('active', 'past_due') AND "plan" <> 'free'
    GROUP BY "plan", "period", "currency", "amount" IS NULL`;
  return rows.map(({ count, amount, ...group }) => ({
    ...group,
    count: Number(count),
    amount: amount === null ? null : Number(amount),
  }));
}
