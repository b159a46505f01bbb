import { Banner } from "#app/_components/banner.tsx";
import type { Billing } from "#prisma/queries/teams/find-billing.ts";
import { PLANS } from "#worker/core/plans.ts";

/** The state of a subscription: a failed payment, its end, or its next renewal. */
export function SubscriptionState({ billing }: { billing: Billing }) {
  const { subscription, plan } = billing;
  if (!subscription || plan === "free") return null;
  const day = subscription.currentPeriodEnd && <Day at={subscription.currentPeriodEnd} />;
  if (subscription.status === "past_due")
    return (
      <Banner tone="danger" title="Your last payment failed">
        {PLANS[plan].name} stays active while Stripe tries again over the next days. Check your card under “Invoices and card”.
      </Banner>
    );
  if (subscription.cancelAtPeriodEnd)
    return (
      <Banner tone="warning" title={`${PLANS[plan].name} is cancelled`}>
        You keep it until {day}. Then you are on Free: your oldest active sites stay active, we pause the others, and we delete
        nothing.
      </Banner>
    );
  return <p className="text-muted">Renews on {day}.</p>;
}

const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** A day in UTC, as Stripe counts it. */
function Day({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{dayFormat.format(at)}</time>;
}
