import type { Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import { PLANS, type Plan } from "#worker/core/plans.ts";

/**
 * Locks a Team's row until the transaction ends and returns its Plan, so that two concurrent requests cannot both use the last
 * free place of a Plan. @throws DomainError `not-found`.
 */
export async function lockTeam(tx: Transaction, scope: TeamScope): Promise<Plan> {
  const teamId = teamOf(scope);
  await tx.$queryRaw`SELECT 1 FROM "Team" WHERE "id" = ${teamId} FOR UPDATE`;
  const team = await tx.team.findUnique({ where: { id: teamId }, select: { plan: true } });
  if (!team) throw new DomainError("not-found", "This team no longer exists.");
  return PLANS[team.plan];
}
