"use client";

import clsx from "clsx";
import { ActionForm } from "#app/_components/action-form.tsx";
import { Badge } from "#app/_components/badge.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { planFacts, planPrice } from "#app/_lib/plan-words.ts";
import { PLANS, type PlanId } from "#worker/core/plans.ts";
import { choosePlan } from "./billing-actions.ts";
import { ManageButton } from "./manage-button.tsx";

type PlanCardProps = { plan: PlanId; current: PlanId; canChange: boolean };

/** One Plan with its price, its limits and a button to choose it. */
export function PlanCard({ plan, current, canChange }: PlanCardProps) {
  const { name } = PLANS[plan];
  const isCurrent = plan === current;
  return (
    <section
      aria-label={name}
      className={clsx("flex flex-col gap-4 rounded-card border bg-surface p-5", isCurrent ? "border-accent" : "border-line")}
    >
      <header className="flex items-start justify-between gap-2">
        <h3 className="text-lg font-semibold">{name}</h3>
        {isCurrent && <Badge tone="accent">Your plan</Badge>}
      </header>
      <p>
        <span className="text-2xl font-semibold tracking-tight">{planPrice(plan)}</span>
        <span className="text-muted"> a month</span>
      </p>
      <ul className="flex flex-1 flex-col gap-1 text-sm text-muted">
        {planFacts(plan).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {canChange && !isCurrent && <WayTo plan={plan} current={current} />}
    </section>
  );
}

function WayTo({ plan, current }: { plan: PlanId; current: PlanId }) {
  if (plan === "free") return <ManageButton>Cancel the subscription …</ManageButton>;
  const isMore = PLANS[plan].monthlyPrice > PLANS[current].monthlyPrice;
  return (
    <ActionForm action={choosePlan}>
      {() => (
        <>
          <input type="hidden" name="plan" value={plan} />
          <SubmitButton variant={isMore ? "primary" : "secondary"}>
            {isMore ? "Upgrade" : "Change"} to {PLANS[plan].name}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
