import type { Transaction } from "#prisma/client.ts";
import type { PlanId } from "#worker/core/plans.ts";
import type { SubscriptionRecord } from "../plans/save-subscription.ts";

export type Billing = {
  plan: PlanId;
  stripeCustomerId: string | null;
  /** When the free trial of Pro ends or ended; null: there was none. */
  proTrialEndsAt: Date | null;
  subscription: (SubscriptionRecord & { pastDueSince: Date | null }) | null;
  /** Number of Sites that are active, or paused and by whom. */
  sites: { active: number; pausedByPlan: number; pausedByOwner: number };
};

/** Returns a Team's Plan, subscription and usage; null when the Team is gone. */
export async function findBilling(tx: Transaction, teamId: string): Promise<Billing | null> {
  const team = await tx.team.findUnique({
    where: { id: teamId },
    include: { subscription: { omit: { teamId: true, updatedAt: true } } },
  });
  if (!team) return null;
  const groups = await tx.site.groupBy({ by: ["pausedBy"], where: { teamId }, _count: true });
  const count = (pausedBy: "owner" | "plan" | null) => groups.find((group) => group.pausedBy === pausedBy)?._count ?? 0;
  return {
    plan: team.plan,
    stripeCustomerId: team.stripeCustomerId,
    proTrialEndsAt: team.proTrialEndsAt,
    subscription: team.subscription,
    sites: { active: count(null), pausedByPlan: count("plan"), pausedByOwner: count("owner") },
  };
}
