import { Banner } from "#app/_components/banner.tsx";
import { ButtonLink } from "#app/_components/button.tsx";
import { DayInWords } from "#app/_components/day-in-words.tsx";
import { type CurrentNotice, currentNotice } from "#worker/core/billing/current-notice.ts";
import type { PlanFacts } from "#worker/core/billing/plan-in-force.ts";
import { PLANS } from "#worker/core/plans.ts";
import { ExceptAt } from "./except-at.tsx";

/** Tells the owners on every page but the billing page that a payment failed or that their trial ends soon. */
export function PlanNotice({ facts }: { facts: PlanFacts }) {
  const current = currentNotice(facts, new Date());
  if (!current) return null;
  const isTrial = current.notice === "trial_ending";
  return (
    <ExceptAt path="/billing">
      <div className="mx-auto w-full max-w-5xl px-4 pt-4 sm:px-6">
        <Banner
          compact
          tone={isTrial ? "warning" : "danger"}
          title={titleOf(current)}
          action={
            <ButtonLink href="/billing" size="small">
              {isTrial ? "See the plans" : "Check the card"}
            </ButtonLink>
          }
        >
          <Consequence current={current} />
        </Banner>
      </div>
    </ExceptAt>
  );
}

function titleOf({ notice, plan }: CurrentNotice): string {
  const { name } = PLANS[plan];
  if (notice === "payment_failed") return `We could not charge your card for ${name}.`;
  if (notice === "payment_overdue") return `${name} is paused, because the payment failed.`;
  return `Your free trial of ${name} ends soon.`;
}

function Consequence({ current: { notice, plan, day } }: { current: CurrentNotice }) {
  const { name } = PLANS[plan];
  if (notice === "payment_overdue") return "Your plan and your sites go on as soon as it is paid.";
  return (
    <>
      {name} stays active until {day && <DayInWords at={day} />}. Then we pause the sites beyond Free and delete nothing.
    </>
  );
}
