import type { Transaction } from "#prisma/client.ts";
import type { PlanId } from "#worker/core/plans.ts";
import { fitSitesToPlan } from "./fit-sites-to-plan.ts";

/** A Team's subscription as Stripe last reported it. */
export type SubscriptionRecord = {
  id: string;
  plan: PlanId;
  status: string;
  currentPeriodEnd: Date | null;
  cancelAtPeriodEnd: boolean;
};

type Wanted = { teamId: string; plan: PlanId; subscription: SubscriptionRecord | null };

/**
 * Applies a Plan: stores the subscription, and pauses or resumes Sites to fit. The caller must hold the lock on the Team
 * (lock-team.ts), which serializes concurrent calls. Idempotent.
 */
export async function applyPlan(tx: Transaction, { teamId, plan, subscription }: Wanted): Promise<void> {
  if (subscription) {
    await tx.subscription.upsert({ where: { teamId }, create: { teamId, ...subscription }, update: subscription });
  } else {
    await tx.subscription.deleteMany({ where: { teamId } });
  }
  await tx.team.update({ where: { id: teamId }, data: { plan } });
  await fitSitesToPlan(tx, { teamId, plan });
}
