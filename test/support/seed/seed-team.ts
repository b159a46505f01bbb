import { randomUUID } from "node:crypto";
import type { Database } from "#prisma/client.ts";
import type { PlanId } from "#worker/core/plans.ts";

export type SeededTeam = { teamId: string; userId: string; email: string };

/** Creates a Team with one verified owner. */
export async function seedTeam(db: Database, { email, plan = "free" }: { email: string; plan?: PlanId }): Promise<SeededTeam> {
  const userId = randomUUID();
  await db.user.create({ data: { id: userId, name: email, email, emailVerified: true } });
  const team = await db.team.create({ data: { name: email, plan, members: { create: { userId, role: "owner" } } } });
  return { teamId: team.id, userId, email };
}
