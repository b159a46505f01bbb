import { Banner } from "#app/_components/banner.tsx";
import { DayInWords } from "#app/_components/day-in-words.tsx";
import type { Billing } from "#prisma/queries/teams/find-billing.ts";
import { currentNotice } from "#worker/core/billing/current-notice.ts";
import { isPlanPaid } from "#worker/core/billing/is-plan-paid.ts";
import { PLANS } from "#worker/core/plans.ts";

/** The state of a subscription or trial: a failed payment, its end, or its next renewal. */
export function SubscriptionState({ billing, now }: { billing: Billing; now: Date }) {
  const { subscription, plan, proTrialEndsAt } = billing;
  const current = currentNotice(billing, now);
  if (current?.notice === "payment_failed")
    return (
      <Banner tone="danger" title="Your last payment failed">
        {PLANS[current.plan].name} stays active{" "}
        {current.day && (
          <>
            until <DayInWords at={current.day} />{" "}
          </>
        )}
        while Stripe tries again. Check your card under “Invoices and card”. If it is not paid by then, we pause the sites
        beyond Free and delete nothing.
      </Banner>
    );
  if (current?.notice === "payment_overdue")
    return (
      <Banner tone="danger" title={`${PLANS[current.plan].name} is paused, because the payment failed`}>
        Pay the open invoice, or give another card, under “Invoices and card”. Your plan and your sites then go on by
        themselves.
      </Banner>
    );
  if (plan === "free") return null;
  if (!isPlanPaid(billing, now))
    return (
      proTrialEndsAt &&
      now < proTrialEndsAt && (
        <Banner tone={current ? "warning" : "info"} title="You are trying Pro for free">
          Your trial ends on <DayInWords at={proTrialEndsAt} />. Then you are on Free: your oldest active sites stay active, we
          pause the others, and we delete nothing. To keep Pro, choose it below; without a card nothing is charged.
        </Banner>
      )
    );
  const day = subscription?.currentPeriodEnd && <DayInWords at={subscription.currentPeriodEnd} />;
  if (subscription?.cancelAtPeriodEnd)
    return (
      <Banner tone="warning" title={`${PLANS[plan].name} is cancelled`}>
        You keep it until {day}. Then you are on Free: your oldest active sites stay active, we pause the others, and we delete
        nothing.
      </Banner>
    );
  if (subscription?.period === "year") return <p className="text-muted">Paid by the year. Renews on {day}.</p>;
  return <p className="text-muted">Renews on {day}.</p>;
}
