import type { PlanId } from "../plans.ts";
import { graceEndsAt } from "./grace-ends-at.ts";
import { isPlanPaid } from "./is-plan-paid.ts";
import type { PlanFacts } from "./plan-in-force.ts";
import type { PlanNotice } from "./plan-notices.ts";
import { isProTrialEnding } from "./pro-trial.ts";

/** A notice about a Plan: which Plan it is about, and when that ends or ended, if we know. */
export type CurrentNotice = { notice: PlanNotice; plan: PlanId; day: Date | null };

/** Returns what the owners of a Team must know about its Plan now; null if there is nothing to do. */
export function currentNotice(facts: PlanFacts, now: Date): CurrentNotice | null {
  const { subscription, proTrialEndsAt } = facts;
  if (subscription && (subscription.status === "past_due" || subscription.status === "unpaid")) {
    const day = subscription.pastDueSince && graceEndsAt(subscription.pastDueSince);
    const isOver = subscription.status === "unpaid" || (day !== null && day <= now);
    return { notice: isOver ? "payment_overdue" : "payment_failed", plan: subscription.plan, day };
  }
  if (proTrialEndsAt && !isPlanPaid(facts, now) && isProTrialEnding(proTrialEndsAt, now))
    return { notice: "trial_ending", plan: "pro", day: proTrialEndsAt };
  return null;
}
