import { describe, expect, it } from "vitest";
import { currentNotice } from "#worker/core/billing/current-notice.ts";
import { GRACE_DAYS } from "#worker/core/billing/grace-ends-at.ts";
import { isPlanPaid } from "#worker/core/billing/is-plan-paid.ts";
import { type PlanFacts, planInForce } from "#worker/core/billing/plan-in-force.ts";
import { mayStartProTrial, PRO_TRIAL_DAYS, PRO_TRIAL_REMINDER_DAYS, proTrialEnd } from "#worker/core/billing/pro-trial.ts";
import type { PlanId } from "#worker/core/plans.ts";

const NOW = new Date("2026-11-29T12:00:00Z");
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const paid = (plan: PlanId, status = "active", lateDays: number | null = null) => ({
  plan,
  status,
  pastDueSince: lateDays === null ? null : inDays(-lateDays),
});
const facts = (subscription: PlanFacts["subscription"], trialDays: number | null = null): PlanFacts => ({
  subscription,
  proTrialEndsAt: trialDays === null ? null : inDays(trialDays),
});

describe("planInForce", () => {
  it.each([
    ["nothing", facts(null), "free", false],
    ["a trial", facts(null, 1), "pro", false],
    ["a trial that ends at this moment", facts(null, 0), "free", false],
    ["a subscription", facts(paid("agency")), "agency", true],
    ["a subscription and a trial", facts(paid("agency"), 5), "agency", true],
    ["a cancelled subscription and a trial", facts(paid("agency", "canceled"), 5), "pro", false],
    ["a payment that fails", facts(paid("agency", "past_due", GRACE_DAYS - 1)), "agency", true],
    ["a payment that failed for the whole grace", facts(paid("agency", "past_due", GRACE_DAYS)), "free", false],
    ["a late payment and a trial", facts(paid("agency", "past_due", GRACE_DAYS), 2), "pro", false],
    ["a subscription that Stripe gave up", facts(paid("pro", "unpaid")), "free", false],
  ] as const)("with %s", (_what, given, plan, isPaid) => {
    expect(planInForce(given, NOW)).toBe(plan);
    expect(isPlanPaid(given, NOW)).toBe(isPaid);
  });
});

describe("currentNotice", () => {
  it.each([
    ["a new trial", facts(null, PRO_TRIAL_DAYS), null],
    ["a trial that ends soon", facts(null, PRO_TRIAL_REMINDER_DAYS), "trial_ending"],
    ["a trial that ends soon, with a subscription", facts(paid("pro"), 1), null],
    ["a trial that is over", facts(null, 0), null],
    ["a payment that fails", facts(paid("pro", "past_due", 1)), "payment_failed"],
    ["a payment that fails during the trial", facts(paid("pro", "past_due", 1), 1), "payment_failed"],
    ["the end of the grace", facts(paid("pro", "past_due", GRACE_DAYS)), "payment_overdue"],
    ["a subscription that Stripe gave up", facts(paid("pro", "unpaid")), "payment_overdue"],
    ["a cancelled subscription", facts(paid("pro", "canceled")), null],
  ] as const)("for %s", (_what, given, notice) => {
    expect(currentNotice(given, NOW)?.notice ?? null).toBe(notice);
  });
});

describe("mayStartProTrial", () => {
  const free = { plan: "free", proTrialEndsAt: null, subscription: null } as const;

  it("is offered once, on Free, and not while a payment is owed", () => {
    expect(mayStartProTrial(free)).toBe(true);
    expect(mayStartProTrial({ ...free, subscription: { status: "canceled" } })).toBe(true);
    expect(mayStartProTrial({ ...free, proTrialEndsAt: inDays(-400) })).toBe(false);
    expect(mayStartProTrial({ ...free, plan: "pro" })).toBe(false);
    for (const status of ["past_due", "unpaid", "active", "paused"])
      expect(mayStartProTrial({ ...free, subscription: { status } })).toBe(false);
  });

  it("lasts fourteen days", () => expect(proTrialEnd(NOW)).toEqual(inDays(14)));
});
