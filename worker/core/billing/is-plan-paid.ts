import { type PlanFacts, planInForce } from "./plan-in-force.ts";

/** Returns true if a Team has a Plan by a subscription, and not only by its trial. */
export function isPlanPaid(facts: PlanFacts, now: Date): boolean {
  return planInForce({ ...facts, proTrialEndsAt: null }, now) !== "free";
}
