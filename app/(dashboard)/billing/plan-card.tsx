"use client";

import clsx from "clsx";
import { ActionForm } from "#app/_components/action-form.tsx";
import { Badge } from "#app/_components/badge.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { planFacts, planPrice, yearlySaving } from "#app/_lib/plan-words.ts";
import { startProTrialAction } from "#app/_verbs/plans/start-pro-trial-action.ts";
import { PRO_TRIAL_DAYS } from "#worker/core/billing/pro-trial.ts";
import { type BillingPeriod, PLANS, type PlanId } from "#worker/core/plans.ts";
import { choosePlan } from "./billing-actions.ts";
import { ManageButton } from "./manage-button.tsx";

/** The Plan in force, and the period that it is paid for; null: no one pays for it. */
type Current = { plan: PlanId; paidBy: BillingPeriod | null; onTrial: boolean };
type PlanCardProps = {
  plan: PlanId;
  /** The period whose prices are shown. */
  period: BillingPeriod;
  current: Current;
  canChange: boolean;
  /** The Team may try Pro without paying. */
  canTry: boolean;
};

/** One Plan with its price, its limits and the buttons to choose or try it. */
export function PlanCard({ plan, period, current, canChange, canTry }: PlanCardProps) {
  const { name } = PLANS[plan];
  const isCurrent = plan === current.plan;
  return (
    <section
      aria-label={name}
      className={clsx("flex flex-col gap-4 rounded-card border bg-surface p-5", isCurrent ? "border-accent" : "border-line")}
    >
      <header className="flex items-start justify-between gap-2">
        <h3 className="text-lg font-semibold">{name}</h3>
        {isCurrent && <Badge tone="accent">{current.onTrial ? "Your trial" : "Your plan"}</Badge>}
      </header>
      <p>
        <span className="text-2xl font-semibold tracking-tight">{planPrice(plan, period)}</span>
        <span className="text-muted"> a {period}</span>
        {period === "year" && plan !== "free" && (
          <span className="block text-sm text-muted">{yearlySaving(plan)} less than month by month</span>
        )}
      </p>
      <ul className="flex flex-1 flex-col gap-1 text-sm text-muted">
        {planFacts(plan).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {canChange && <WayTo plan={plan} period={period} current={current} />}
      {canChange && canTry && plan === "pro" && <TrialButton />}
    </section>
  );
}

function WayTo({ plan, period, current }: Pick<PlanCardProps, "plan" | "period" | "current">) {
  const { paidBy, onTrial } = current;
  if (plan === "free") return paidBy && <ManageButton purpose="cancel">Cancel the subscription …</ManageButton>;
  if (plan === current.plan && (paidBy ? paidBy === period : !onTrial)) return null;
  const isMore = PLANS[plan].prices.month > PLANS[current.plan].prices.month;
  return (
    <ActionForm action={choosePlan}>
      {() => (
        <>
          <input type="hidden" name="plan" value={plan} />
          <input type="hidden" name="period" value={period} />
          <SubmitButton variant={isMore || !paidBy ? "primary" : "secondary"}>{labelOf(plan, period, current)}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

function labelOf(plan: Exclude<PlanId, "free">, period: BillingPeriod, { plan: currentPlan, paidBy }: Current): string {
  const { name, prices } = PLANS[plan];
  if (plan === currentPlan) return paidBy ? `Pay by the ${period}` : `Keep ${name}`;
  return `${prices.month > PLANS[currentPlan].prices.month ? "Upgrade" : "Change"} to ${name}`;
}

function TrialButton() {
  return (
    <ActionForm action={startProTrialAction} className="flex flex-col gap-2">
      {() => (
        <>
          <SubmitButton variant="secondary">Try Pro free for {PRO_TRIAL_DAYS} days</SubmitButton>
          <p className="text-sm text-muted">No card. Ends by itself; we delete nothing.</p>
        </>
      )}
    </ActionForm>
  );
}
