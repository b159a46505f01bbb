import clsx from "clsx";
import { Check } from "lucide-react";
import { ButtonLink } from "#app/_components/button.tsx";
import { planFacts, planPrice } from "#app/_lib/plan-words.ts";
import { PLAN_IDS, PLANS, type PlanId } from "#worker/core/plans.ts";

const FOR_WHOM: Record<PlanId, string> = {
  free: "For the one site that is yours.",
  pro: "For a business with more to read.",
  agency: "For those who look after other people’s sites.",
};

export function Pricing() {
  return (
    <section id="pricing" aria-labelledby="pricing-title" className="mt-24 scroll-mt-8">
      <h2 id="pricing-title" className="font-serif text-3xl font-medium tracking-tight">
        Pricing
      </h2>
      <p className="mt-2 text-muted">{PRICING_LEAD}</p>
      <PlanColumns />
    </section>
  );
}

export const PRICING_LEAD = "Every plan has every check. You pay for how much there is to read. Cancel any time.";

/** The Plans side by side. */
export function PlanColumns() {
  return (
    <div className="mt-8 grid gap-5 md:grid-cols-3">
      {PLAN_IDS.map((plan) => (
        <PlanColumn key={plan} plan={plan} />
      ))}
    </div>
  );
}

function PlanColumn({ plan }: { plan: PlanId }) {
  const { name } = PLANS[plan];
  return (
    <section
      aria-label={name}
      className={clsx("flex flex-col rounded-card border bg-surface p-6", plan === "pro" ? "border-accent" : "border-line")}
    >
      <p className="text-lg font-semibold">{name}</p>
      <p className="mt-0.5 text-sm text-muted">{FOR_WHOM[plan]}</p>
      <p className="mt-5">
        <span className="font-serif text-4xl font-medium tracking-tight">{planPrice(plan, "month")}</span>
        <span className="text-muted"> a month</span>
      </p>
      <p className="mt-1 min-h-6 text-sm text-muted">
        {plan !== "free" && `or ${planPrice(plan, "year")} a year: two months free`}
      </p>
      <ul className="mt-5 mb-6 flex flex-1 flex-col gap-2">
        {planFacts(plan).map((fact) => (
          <li key={fact} className="flex gap-2">
            <Check aria-hidden className="mt-1 size-4 shrink-0 text-accent" />
            {fact}
          </li>
        ))}
      </ul>
      <ButtonLink href="/sign-up" variant={plan === "pro" ? "primary" : "secondary"}>
        Start free
      </ButtonLink>
    </section>
  );
}
