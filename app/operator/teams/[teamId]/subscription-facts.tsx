import { LocalTime } from "#app/_components/local-time.tsx";
import type { OperatorTeam } from "#prisma/queries/operating/find-team-for-operator.ts";
import { formatMoney } from "#worker/core/operating/monthly-revenue.ts";
import { PLANS } from "#worker/core/plans.ts";

/** Says in sentences what a team pays, and if it tries Pro. */
export function SubscriptionFacts({ team: { subscription, proTrialEndsAt } }: { team: OperatorTeam }) {
  return (
    <>
      {subscription ? <Subscription subscription={subscription} /> : <p>No subscription.</p>}
      {proTrialEndsAt && (
        <p className="text-muted">
          Its trial of Pro {proTrialEndsAt > new Date() ? "ends" : "ended"} on <LocalTime at={proTrialEndsAt} />.
        </p>
      )}
    </>
  );
}

function Subscription({ subscription }: { subscription: NonNullable<OperatorTeam["subscription"]> }) {
  const { plan, period, status, amount, currency, currentPeriodEnd, cancelAtPeriodEnd, pastDueSince } = subscription;
  const price = amount !== null && currency !== null ? `, ${formatMoney({ amount, currency })} a ${period}` : "";
  return (
    <>
      <p>
        {PLANS[plan].name}
        {price}. State at Stripe: {status}.
      </p>
      {currentPeriodEnd && (
        <p className="text-muted">
          {cancelAtPeriodEnd ? "Cancelled; it ends on" : "The period ends on"} <LocalTime at={currentPeriodEnd} />.
        </p>
      )}
      {pastDueSince && (
        <p className="text-danger">
          The payment has failed since <LocalTime at={pastDueSince} />.
        </p>
      )}
    </>
  );
}
