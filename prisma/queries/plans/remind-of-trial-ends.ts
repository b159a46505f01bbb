import type { Database, Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { grantsPlan } from "#worker/core/billing/grants-plan.ts";
import { PRO_TRIAL_REMINDER_DAYS } from "#worker/core/billing/pro-trial.ts";
import { writePlanNotice } from "./write-plan-notice.ts";

const BATCH = 100;
const DAY_MS = 86_400_000;

/** Mails the owners of Teams whose trial of Pro ends in some days, once, unless they bought a Plan. Returns the number of Teams. */
export async function remindOfTrialEnds(db: Database, queue: Queue, now: Date): Promise<number> {
  const soon = new Date(now.getTime() + PRO_TRIAL_REMINDER_DAYS * DAY_MS);
  const due = { proTrialEndsAt: { gt: now, lte: soon }, proTrialEndedAt: null, proTrialRemindedAt: null };
  const teams = await db.team.findMany({
    where: due,
    orderBy: { proTrialEndsAt: "asc" },
    take: BATCH,
    select: { id: true },
  });
  const remind = async (tx: Transaction, teamId: string) => {
    const [team] = await tx.team.updateManyAndReturn({
      where: { ...due, id: teamId },
      data: { proTrialRemindedAt: now },
      select: { proTrialEndsAt: true },
    });
    if (!team?.proTrialEndsAt) return false;
    const subscription = await tx.subscription.findUnique({ where: { teamId }, select: { status: true } });
    if (subscription && grantsPlan(subscription.status)) return false;
    const notice = { notice: "trial_ending", plan: "pro", day: team.proTrialEndsAt, occasion: teamId } as const;
    await writePlanNotice(tx, queue, { ...notice, teamId });
    return true;
  };
  let reminded = 0;
  for (const { id } of teams) if (await db.$transaction((tx) => remind(tx, id))) reminded += 1;
  return reminded;
}
