import type { Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { PLANS, type Plan } from "#worker/core/plans.ts";

/**
 * Locks a Team's row until the transaction ends and gives the Plan in force, so that two requests at once cannot both take the last place
 * that a Plan allows. @throws DomainError `not-found`.
 */
export async function lockTeam(tx: Transaction, teamId: string): Promise<Plan> {
  await tx.$queryRaw`SELECT 1 FROM "Team" WHERE "id" = ${teamId} FOR UPDATE`;
  const team = await tx.team.findUnique({ where: { id: teamId }, select: { plan: true } });
  if (!team) throw new DomainError("not-found", "This team no longer exists.");
  return PLANS[team.plan];
}
