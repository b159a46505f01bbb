import type { Database } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { settlePlan } from "../plans/settle-plan.ts";
import { lockTeam } from "../teams/lock-team.ts";

/** Gives each Team the Plan that it pays for, after Plans were kept while the service was to close. May be repeated. Returns how many changed. */
export async function settleAllPlans(db: Database, queue: Queue, now: Date): Promise<number> {
  const teams = await db.team.findMany({ where: { plan: { not: "free" } }, orderBy: { id: "asc" }, select: { id: true } });
  let changed = 0;
  for (const { id: teamId } of teams) {
    const isChanged = await db.$transaction(async (tx) => {
      await lockTeam(tx, teamId);
      return settlePlan(tx, queue, { teamId, now });
    });
    if (isChanged) changed += 1;
  }
  return changed;
}
