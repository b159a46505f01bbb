import type { Database } from "#prisma/client.ts";
import { grantsPlan } from "#worker/core/billing/grants-plan.ts";

/** Returns what a person would lose with their account: the Sites of Teams that only they own, and if one of these has a subscription. */
export async function findOwnLosses(db: Database, userId: string): Promise<{ sites: number; isPaid: boolean }> {
  const teams = await db.team.findMany({
    where: { members: { some: { userId, role: "owner" }, none: { role: "owner", userId: { not: userId } } } },
    select: { subscription: { select: { status: true } }, _count: { select: { sites: true } } },
  });
  return {
    sites: teams.reduce((sum, { _count }) => sum + _count.sites, 0),
    isPaid: teams.some(({ subscription }) => subscription !== null && grantsPlan(subscription.status)),
  };
}
