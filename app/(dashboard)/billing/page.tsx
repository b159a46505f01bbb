import type { Metadata } from "next";
import { Banner } from "#app/_components/banner.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findBilling } from "#prisma/queries/teams/find-billing.ts";
import { findWindDown } from "#prisma/queries/winding-down/find-wind-down.ts";
import { isPlanPaid } from "#worker/core/billing/is-plan-paid.ts";
import { mayStartProTrial } from "#worker/core/billing/pro-trial.ts";
import { DomainError } from "#worker/core/errors.ts";
import { may } from "#worker/core/people/rights.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { BILLING_PERIODS, PLAN_IDS, PLANS, type PlanId } from "#worker/core/plans.ts";
import { windDownEffects } from "#worker/core/winding-down/wind-down-effects.ts";
import { salesEndedWords } from "#worker/core/winding-down/wind-down-words.ts";
import { Invoices } from "./invoices.tsx";
import { ManageButton } from "./manage-button.tsx";
import { PeriodChoice } from "./period-choice.tsx";
import { PlanCard } from "./plan-card.tsx";
import { SubscriptionState } from "./subscription-state.tsx";
import { TestModeBanner } from "./test-mode-banner.tsx";
import { Usage } from "./usage.tsx";

export const metadata: Metadata = { title: "Plan and billing" };

export default async function BillingPage({ searchParams }: PageQuery) {
  const { note, period: chosen } = await searchParams;
  const member = await requireMember("billing.see");
  const [billing, closing] = await Promise.all([
    findBilling(getDatabase(), teamOf(member.teamId)),
    findWindDown(getDatabase()),
  ]);
  if (!billing) throw new DomainError("not-found", "This team no longer exists.");
  const now = new Date();
  const paidBy = isPlanPaid(billing, now) && billing.subscription ? billing.subscription.period : null;
  const onTrial = !paidBy && billing.plan === "pro" && billing.proTrialEndsAt !== null;
  const period = BILLING_PERIODS.find((each) => each === chosen) ?? paidBy ?? "month";
  const canChange = may(member, "billing.change");
  const { sells } = windDownEffects(closing.stage);
  return (
    <>
      <PageHeader title="Plan and billing" />
      <div className="flex flex-col gap-6">
        <TestModeBanner />
        <Note note={note} plan={billing.plan} />
        <Card>
          <CardHeader
            title={`You are on ${PLANS[billing.plan].name}`}
            action={canChange && billing.stripeCustomerId && <ManageButton />}
          >
            <div className="mt-1 empty:hidden">
              {sells ? <SubscriptionState billing={billing} now={now} /> : <Banner>{salesEndedWords(closing)}</Banner>}
            </div>
          </CardHeader>
          <Usage billing={billing} />
        </Card>
        {sells && (
          <section aria-labelledby="plans">
            <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
              <h2 id="plans" className="text-lg font-semibold">
                Plans
              </h2>
              <PeriodChoice shown={period} />
            </div>
            <div className="grid gap-4 md:grid-cols-3">
              {PLAN_IDS.map((plan) => (
                <PlanCard
                  key={plan}
                  plan={plan}
                  period={period}
                  current={{ plan: billing.plan, paidBy, onTrial }}
                  canChange={canChange}
                  canTry={mayStartProTrial(billing)}
                />
              ))}
            </div>
            {!canChange && <p className="mt-3 text-muted">Only an owner of the team can change the plan.</p>}
          </section>
        )}
        {canChange && billing.stripeCustomerId && <Invoices customerId={billing.stripeCustomerId} />}
      </div>
    </>
  );
}

function Note({ note, plan }: { note: string | string[] | undefined; plan: PlanId }) {
  switch (note) {
    case "bought":
      if (plan === "free") return null;
      return (
        <Banner tone="success" role="status" title={`Thank you. You are on ${PLANS[plan].name} now.`}>
          The sites that your plan had paused are active again.
        </Banner>
      );
    case "trial":
      if (plan === "free") return null;
      return <Banner tone="success" role="status" title={`Your trial has begun. You are on ${PLANS[plan].name} now.`} />;
    case "cancelled":
      return <Banner role="status">You cancelled before paying. We charged nothing.</Banner>;
    case "late":
      return (
        <Banner tone="warning" role="status">
          The payment service is not answering. We show your change here as soon as it does.
        </Banner>
      );
    default:
      return null;
  }
}
