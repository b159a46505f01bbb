import type { Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { graceEndsAt } from "#worker/core/billing/grace-ends-at.ts";
import { recordPlanChange } from "../security/record-plan-change.ts";
import { applyPlan } from "../teams/apply-plan.ts";
import { writePlanNotice } from "./write-plan-notice.ts";

/**
 * Applies a Team's Plan, and logs a change of it. If the grace after a failed payment is over, the owners get a mail. The caller must hold the
 * lock on the Team. Returns true if the Plan changed.
 */
export async function settlePlan(
  tx: Transaction,
  queue: Queue,
  { teamId, now }: { teamId: string; now: Date },
): Promise<boolean> {
  const { plan, before } = await applyPlan(tx, { teamId, now });
  if (plan === before) return false;
  await recordPlanChange(tx, { teamId, plan, now });
  const subscription = await tx.subscription.findUnique({ where: { teamId } });
  const graceEnd = subscription?.pastDueSince && graceEndsAt(subscription.pastDueSince);
  if (subscription && graceEnd && graceEnd <= now)
    await writePlanNotice(tx, queue, {
      teamId,
      notice: "payment_overdue",
      plan: subscription.plan,
      day: graceEnd,
      occasion: `${subscription.id}:${graceEnd.toISOString()}`,
    });
  return true;
}
