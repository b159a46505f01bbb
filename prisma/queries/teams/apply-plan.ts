import type { Transaction } from "#prisma/client.ts";
import { planInForce } from "#worker/core/billing/plan-in-force.ts";
import { PLAN_IDS, type PlanId } from "#worker/core/plans.ts";
import { findWindDownEffects } from "../winding-down/find-wind-down-effects.ts";
import { fitSitesToPlan } from "./fit-sites-to-plan.ts";

/**
 * Puts the Plan in force that a Team's stored subscription and trial give it now, and pauses or resumes Sites to fit. Returns it and the one
 * before. Once the end of the service is announced, no Plan is lowered, as none can be paid any more. The caller must hold the lock on the Team
 * (lock-team.ts), which serializes concurrent calls. Idempotent.
 */
export async function applyPlan(
  tx: Transaction,
  { teamId, now }: { teamId: string; now: Date },
): Promise<{ plan: PlanId; before: PlanId }> {
  const team = await tx.team.findUniqueOrThrow({
    where: { id: teamId },
    select: { plan: true, proTrialEndsAt: true, subscription: { select: { plan: true, status: true, pastDueSince: true } } },
  });
  const due = planInForce(team, now);
  const isLower = PLAN_IDS.indexOf(due) < PLAN_IDS.indexOf(team.plan);
  const plan = isLower && !(await findWindDownEffects(tx)).sells ? team.plan : due;
  await tx.team.update({ where: { id: teamId }, data: { plan } });
  await fitSitesToPlan(tx, { teamId, plan });
  return { plan, before: team.plan };
}
