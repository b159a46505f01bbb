import type { Database } from "#prisma/client.ts";
import { mayStartProTrial, proTrialEnd } from "#worker/core/billing/pro-trial.ts";
import { DomainError } from "#worker/core/errors.ts";
import { recordActivity } from "../people/record-activity.ts";
import { applyPlan } from "../teams/apply-plan.ts";
import { lockTeam } from "../teams/lock-team.ts";
import { requireSales } from "../winding-down/require-still-open.ts";

/**
 * Puts a Team on Pro for some days, without a card, once ever. Returns when that ends. Resumes Sites that the Plan had paused.
 * @throws DomainError `conflict` if the Team had its trial, or has a subscription, or the service closes.
 */
export async function startProTrial(
  { db, now }: { db: Database; now: Date },
  { teamId, userId }: { teamId: string; userId: string },
): Promise<Date> {
  const proTrialEndsAt = proTrialEnd(now);
  await db.$transaction(async (tx) => {
    await requireSales(tx);
    await lockTeam(tx, teamId);
    const team = await tx.team.findUniqueOrThrow({
      where: { id: teamId },
      select: { plan: true, proTrialEndsAt: true, subscription: { select: { status: true } } },
    });
    if (!mayStartProTrial(team))
      throw new DomainError(
        "conflict",
        team.proTrialEndsAt
          ? "This team had its free trial of Pro, and there is one for each team. To go on with Pro, upgrade."
          : "The free trial of Pro is for teams on Free without a subscription.",
      );
    await tx.team.update({ where: { id: teamId }, data: { proTrialEndsAt } });
    await applyPlan(tx, { teamId, now });
    await recordActivity(tx, { teamId, userId, kind: "trial_started", now });
  });
  return proTrialEndsAt;
}
