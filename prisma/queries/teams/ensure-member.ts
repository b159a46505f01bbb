import type { Database, Transaction } from "#prisma/client.ts";
import type { PlanId } from "#worker/core/plans.ts";

export type Member = { userId: string; email: string; teamId: string; role: "owner" | "editor" | "viewer"; plan: PlanId };

/**
 * Returns the user's membership with the Team's Plan; creates a Team for a user without one. Runs at each access rather than at
 * sign-up, so that a crash between the two cannot leave a user without a Team. Null when the user is gone.
 */
export async function ensureMember(db: Database, userId: string): Promise<Member | null> {
  return (await findFirstMember(db, userId)) ?? db.$transaction((tx) => createOwnTeam(tx, userId));
}

/** Locks the user's row, so that two concurrent first requests create one Team. */
async function createOwnTeam(tx: Transaction, userId: string): Promise<Member | null> {
  const [user] = await tx.$queryRaw<{ email: string }[]>`SELECT "email" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
  if (!user) return null;
  const existing = await findFirstMember(tx, userId);
  if (existing) return existing;
  await tx.team.create({ data: { name: user.email, members: { create: { userId, role: "owner" } } } });
  return findFirstMember(tx, userId);
}

async function findFirstMember(tx: Transaction, userId: string): Promise<Member | null> {
  const member = await tx.member.findFirst({
    where: { userId },
    orderBy: [{ createdAt: "asc" }, { teamId: "asc" }],
    select: { teamId: true, role: true, team: { select: { plan: true } }, user: { select: { email: true } } },
  });
  if (!member) return null;
  return { userId, email: member.user.email, teamId: member.teamId, role: member.role, plan: member.team.plan };
}
