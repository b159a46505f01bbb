import type { Transaction } from "#prisma/client.ts";
import { planInForce } from "#worker/core/billing/plan-in-force.ts";
import type { PlanId } from "#worker/core/plans.ts";
import { fitSitesToPlan } from "./fit-sites-to-plan.ts";

/**
 * Puts the Plan in force that a Team's stored subscription and trial give it now, and pauses or resumes Sites to fit. Returns it and the one
 * before. The caller must hold the lock on the Team (lock-team.ts), which serializes concurrent calls. Idempotent.
 */
export async function applyPlan(
  tx: Transaction,
  { teamId, now }: { teamId: string; now: Date },
): Promise<{ plan: PlanId; before: PlanId }> {
  const team = await tx.team.findUniqueOrThrow({
    where: { id: teamId },
    select: { plan: true, proTrialEndsAt: true, subscription: { select: { plan: true, status: true, pastDueSince: true } } },
  });
  const plan = planInForce(team, now);
  await tx.team.update({ where: { id: teamId }, data: { plan } });
  await fitSitesToPlan(tx, { teamId, plan });
  return { plan, before: team.plan };
}
