import { PLANS, type PlanId } from "#worker/core/plans.ts";
import type { Transaction } from "../../client.ts";
import { recordActivity } from "../people/record-activity.ts";
import { recordSecurityEvent } from "./record-security-event.ts";

/** Logs for each owner of a Team that its Plan changed. Stripe reports it, so there is no browser to name. */
export async function recordPlanChange(
  tx: Transaction,
  { teamId, plan, now }: { teamId: string; plan: PlanId; now: Date },
): Promise<void> {
  await recordActivity(tx, { teamId, userId: null, kind: "plan_changed", detail: PLANS[plan].name, now });
  const owners = await tx.member.findMany({ where: { teamId, role: "owner" }, select: { userId: true } });
  const event = { kind: "plan_changed", detail: PLANS[plan].name, source: { network: null, device: null }, now } as const;
  for (const { userId } of owners) await recordSecurityEvent(tx, { ...event, userId });
}
