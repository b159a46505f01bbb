import type { Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import type { PlanNotice } from "#worker/core/billing/plan-notices.ts";
import type { PlanId } from "#worker/core/plans.ts";
import { writeDelivery } from "../deliveries/write-delivery.ts";

type Notice = {
  teamId: string;
  notice: PlanNotice;
  /** The Plan that ends or is not paid. */
  plan: PlanId;
  /** When it ends or ended. */
  day: Date;
  /** Makes the mail unique within its kind. */
  occasion: string;
};

/** Mails each owner of a Team what happens to its Plan, in the caller's transaction. Call it after the Sites were paused. */
export async function writePlanNotice(
  tx: Transaction,
  queue: Queue,
  { teamId, day, occasion, ...about }: Notice,
): Promise<void> {
  const { name: teamName } = await tx.team.findUniqueOrThrow({ where: { id: teamId }, select: { name: true } });
  const pausedSites = await tx.site.count({ where: { teamId, pausedBy: "plan" } });
  const owners = await tx.member.findMany({
    where: { teamId, role: "owner" },
    select: { user: { select: { email: true } } },
  });
  for (const { user } of owners)
    await writeDelivery(tx, queue, {
      kind: "plan_notice",
      email: user.email,
      siteId: null,
      dedupeKey: `plan_notice:${about.notice}:${occasion}:${user.email}`,
      payload: { ...about, teamName, day: day.toISOString(), pausedSites },
    });
}
