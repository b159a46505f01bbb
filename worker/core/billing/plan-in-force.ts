import type { PlanId } from "../plans.ts";
import { graceEndsAt } from "./grace-ends-at.ts";
import { grantsPlan } from "./grants-plan.ts";

/** The facts that decide about a Team's Plan. `status` is Stripe's. */
export type PlanFacts = {
  subscription: { plan: PlanId; status: string; pastDueSince: Date | null } | null;
  proTrialEndsAt: Date | null;
};

/** Returns the Plan in force: the one that is paid, or Pro during its free trial, or Free. */
export function planInForce({ subscription, proTrialEndsAt }: PlanFacts, now: Date): PlanId {
  const paid = subscription && isPaid(subscription, now) ? subscription.plan : "free";
  return paid === "free" && proTrialEndsAt !== null && now < proTrialEndsAt ? "pro" : paid;
}

function isPaid({ status, pastDueSince }: NonNullable<PlanFacts["subscription"]>, now: Date): boolean {
  return grantsPlan(status) && (pastDueSince === null || now < graceEndsAt(pastDueSince));
}
