import type { Database } from "#prisma/client.ts";
import type { PlanFacts } from "#worker/core/billing/plan-in-force.ts";

/** Returns the facts that decide about a Team's Plan; null when the Team is gone. */
export async function findPlanFacts(db: Database, teamId: string): Promise<PlanFacts | null> {
  return db.team.findUnique({
    where: { id: teamId },
    select: { proTrialEndsAt: true, subscription: { select: { plan: true, status: true, pastDueSince: true } } },
  });
}
