import type { Database, Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { recordPlanChange } from "../security/record-plan-change.ts";
import { applyPlan } from "../teams/apply-plan.ts";
import { writePlanNotice } from "./write-plan-notice.ts";

const BATCH = 100;

/**
 * Ends the trials of Pro whose time is over: a Team that did not buy a Plan goes back to Free, its newest Sites are paused, nothing is deleted,
 * and the owners get a mail. Any number of workers may call it. Returns the number of ended trials.
 */
export async function endProTrials(db: Database, queue: Queue, now: Date): Promise<number> {
  const due = await db.team.findMany({
    where: { proTrialEndsAt: { lte: now }, proTrialEndedAt: null },
    orderBy: { proTrialEndsAt: "asc" },
    take: BATCH,
    select: { id: true },
  });
  let ended = 0;
  for (const { id } of due) if (await db.$transaction((tx) => endTrial(tx, queue, { teamId: id, now }))) ended += 1;
  return ended;
}

async function endTrial(tx: Transaction, queue: Queue, { teamId, now }: { teamId: string; now: Date }): Promise<boolean> {
  // Locks the Team's row. Another worker that waited for it finds the trial ended.
  const [team] = await tx.team.updateManyAndReturn({
    where: { id: teamId, proTrialEndsAt: { lte: now }, proTrialEndedAt: null },
    data: { proTrialEndedAt: now },
    select: { proTrialEndsAt: true },
  });
  if (!team) return false;
  const { plan, before } = await applyPlan(tx, { teamId, now });
  if (plan !== before) await recordPlanChange(tx, { teamId, plan, now });
  // A webhook of the last minute may have applied Free already.
  if (plan !== "free") return true;
  const day = team.proTrialEndsAt ?? now;
  await writePlanNotice(tx, queue, { teamId, notice: "trial_ended", plan: "pro", day, occasion: teamId });
  return true;
}
