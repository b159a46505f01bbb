import type { Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { graceEndsAt } from "#worker/core/billing/grace-ends-at.ts";
import type { BillingPeriod, PlanId } from "#worker/core/plans.ts";
import { writePlanNotice } from "./write-plan-notice.ts";

/** A Team's subscription as Stripe last reported it. */
export type SubscriptionRecord = {
  id: string;
  plan: PlanId;
  period: BillingPeriod;
  status: string;
  currentPeriodEnd: Date | null;
  cancelAtPeriodEnd: boolean;
  /** Price of one period in the smallest unit of `currency`, without taxes and coupons; null: not read yet. */
  amount: number | null;
  currency: string | null;
};

type Wanted = { teamId: string; subscription: SubscriptionRecord | null; now: Date };

/**
 * Stores a Team's subscription, and since when its payment fails; the owners get a mail when that begins. The caller must hold the lock on the
 * Team, and apply the Plan afterwards. Idempotent.
 */
export async function saveSubscription(tx: Transaction, queue: Queue, { teamId, subscription, now }: Wanted): Promise<void> {
  if (!subscription) {
    await tx.subscription.deleteMany({ where: { teamId } });
    return;
  }
  const stored = await tx.subscription.findUnique({ where: { teamId }, select: { id: true, pastDueSince: true } });
  const known = stored?.id === subscription.id ? stored.pastDueSince : null;
  const pastDueSince = subscription.status === "past_due" ? (known ?? now) : null;
  const fields = { ...subscription, pastDueSince };
  await tx.subscription.upsert({ where: { teamId }, create: { teamId, ...fields }, update: fields });
  if (pastDueSince === null || known !== null) return;
  await writePlanNotice(tx, queue, {
    teamId,
    notice: "payment_failed",
    plan: subscription.plan,
    day: graceEndsAt(pastDueSince),
    occasion: `${subscription.id}:${pastDueSince.toISOString()}`,
  });
}
