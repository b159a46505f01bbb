/** The occasions on which owners of a Team get a mail about its Plan. */
export const PLAN_NOTICES = ["trial_ending", "trial_ended", "payment_failed", "payment_overdue"] as const;
export type PlanNotice = (typeof PLAN_NOTICES)[number];
