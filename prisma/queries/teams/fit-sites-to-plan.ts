import type { Transaction } from "#prisma/client.ts";
import { PLANS, type PlanId } from "#worker/core/plans.ts";

/**
 * Pauses a Team's newest active Sites beyond the Plan's limit, or resumes those that a Plan had paused, oldest first, within
 * it. Sites that the owner paused stay paused. Nothing is deleted. The caller must hold the lock on the Team.
 */
export async function fitSitesToPlan(tx: Transaction, { teamId, plan }: { teamId: string; plan: PlanId }): Promise<void> {
  const oldestFirst = [{ createdAt: "asc" as const }, { id: "asc" as const }];
  const active = await tx.site.findMany({ where: { teamId, pausedBy: null }, orderBy: oldestFirst, select: { id: true } });
  const room = PLANS[plan].sites - active.length;
  if (room < 0) {
    const over = active.slice(PLANS[plan].sites).map((site) => site.id);
    await tx.site.updateMany({ where: { teamId, id: { in: over } }, data: { pausedBy: "plan" } });
  }
  if (room > 0) {
    const paused = await tx.site.findMany({
      where: { teamId, pausedBy: "plan" },
      orderBy: oldestFirst,
      take: room,
      select: { id: true },
    });
    await tx.site.updateMany({ where: { teamId, id: { in: paused.map((site) => site.id) } }, data: { pausedBy: null } });
  }
}
