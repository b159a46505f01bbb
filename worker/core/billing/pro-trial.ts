import type { PlanId } from "../plans.ts";

const DAY_MS = 86_400_000;
/** Days for which a Team may try Pro without paying. */
export const PRO_TRIAL_DAYS = 14;
/** Days before its end on which the owners get a mail. */
export const PRO_TRIAL_REMINDER_DAYS = 3;

/** Returns when a free trial of Pro ends that starts at `now`. */
export function proTrialEnd(now: Date): Date {
  return new Date(now.getTime() + PRO_TRIAL_DAYS * DAY_MS);
}

/** Returns true if the end of a trial is so near that its Team is reminded. */
export function isProTrialEnding(endsAt: Date, now: Date): boolean {
  return now < endsAt && endsAt.getTime() - now.getTime() <= PRO_TRIAL_REMINDER_DAYS * DAY_MS;
}

type TrialFacts = { plan: PlanId; proTrialEndsAt: Date | null; subscription: { status: string } | null };

/** Returns true if a Team may start its free trial of Pro: once ever, and not while Stripe waits for a payment. */
export function mayStartProTrial({ plan, proTrialEndsAt, subscription }: TrialFacts): boolean {
  return plan === "free" && proTrialEndsAt === null && !isUnsettled(subscription?.status);
}

function isUnsettled(status: string | undefined): boolean {
  return status !== undefined && status !== "canceled" && status !== "incomplete" && status !== "incomplete_expired";
}
