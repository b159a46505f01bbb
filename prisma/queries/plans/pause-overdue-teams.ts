import type { Database, Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { GRACE_DAYS } from "#worker/core/billing/grace-ends-at.ts";
import { settlePlan } from "./settle-plan.ts";

const BATCH = 100;
const DAY_MS = 86_400_000;

/**
 * Takes the Plan from Teams whose payment has failed for longer than the grace, pauses the Sites beyond Free, and mails the owners. Nothing is
 * deleted, and a payment brings all back. Any number of workers may call it. Returns the number of Teams.
 */
export async function pauseOverdueTeams(db: Database, queue: Queue, now: Date): Promise<number> {
  const graceStart = new Date(now.getTime() - GRACE_DAYS * DAY_MS);
  const overdue = await db.subscription.findMany({
    where: { status: "past_due", pastDueSince: { lte: graceStart }, team: { plan: { not: "free" } } },
    orderBy: { pastDueSince: "asc" },
    take: BATCH,
    select: { teamId: true },
  });
  let paused = 0;
  for (const { teamId } of overdue) if (await db.$transaction((tx) => pauseTeam(tx, queue, { teamId, now }))) paused += 1;
  return paused;
}

async function pauseTeam(tx: Transaction, queue: Queue, { teamId, now }: { teamId: string; now: Date }): Promise<boolean> {
  const [team] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Team" WHERE "id" = ${teamId} FOR UPDATE`;
  return team !== undefined && settlePlan(tx, queue, { teamId, now });
}
