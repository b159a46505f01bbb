import { PLANS, type PlanId } from "#worker/core/plans.ts";
import { Badge } from "./badge.tsx";

/** The name of the Plan in force. */
export function PlanBadge({ plan }: { plan: PlanId }) {
  return <Badge tone={plan === "free" ? "neutral" : "accent"}>{PLANS[plan].name}</Badge>;
}
