import { type Database, Prisma, type Transaction } from "#prisma/client.ts";
import type { Role } from "#worker/core/people/rights.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { PlanId } from "#worker/core/plans.ts";

/** A person in one of their Teams. `teamId` is limited to the Sites that they may see. */
export type Member = { userId: string; email: string; teamId: TeamScope; role: Role; plan: PlanId };

/** A membership as a query returns it. */
export type MemberRow = Omit<Member, "teamId"> & { teamId: string; allSites: boolean; siteIds: string[] };

/**
 * Returns the user's membership in the Team that they chose in a session, or else the one that they joined first; creates a Team for a user
 * without one. Runs at each access, so that a crash at sign-up or a removal leaves no user without a Team. Null when the user is gone.
 */
export async function ensureMember(db: Database, userId: string, sessionId: string | null = null): Promise<Member | null> {
  return (await findChosenMember(db, userId, sessionId)) ?? db.$transaction((tx) => createOwnTeam(tx, userId));
}

/** Locks the user's row, so that two concurrent first requests create one Team. */
async function createOwnTeam(tx: Transaction, userId: string): Promise<Member | null> {
  const [user] = await tx.$queryRaw<{ email: string }[]>`SELECT "email" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
  if (!user) return null;
  const existing = await findChosenMember(tx, userId, null);
  if (existing) return existing;
  await tx.team.create({ data: { name: user.email, members: { create: { userId, role: "owner" } } } });
  return findChosenMember(tx, userId, null);
}

async function findChosenMember(tx: Transaction, userId: string, sessionId: string | null): Promise<Member | null> {
  const [row] = await tx.$queryRaw<MemberRow[]>`
    SELECT person."id" AS "userId", person."email", member.*
    FROM "User" AS person JOIN LATERAL (${sqlChosenMembership(
      Prisma.sql`(SELECT "teamId" FROM "Session" WHERE "id" = ${sessionId} AND "userId" = ${userId})`,
    )}) AS member ON true
    WHERE person."id" = ${userId}`;
  return row ? toMember(row) : null;
}

/** Returns a membership whose Team is limited to the Sites that the person may see. */
export function toMember({ teamId, allSites, siteIds, ...member }: MemberRow): Member {
  return { ...member, teamId: allSites ? teamId : { teamId, siteIds } };
}

/**
 * Returns SQL for the membership of `person`, a row of "User" in the query around it: in the Team with this id, or else in the one that they joined
 * first. Everything that asks who a person is here asks by this.
 */
export function sqlChosenMembership(chosenTeamId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT member."teamId", member."role"::text AS "role", team."plan"::text AS "plan", member."allSites", member."siteIds"
    FROM "Member" AS member JOIN "Team" AS team ON team."id" = member."teamId"
    WHERE member."userId" = person."id"
    ORDER BY member."teamId" IS NOT DISTINCT FROM ${chosenTeamId} DESC, member."createdAt", member."teamId" LIMIT 1`;
}
