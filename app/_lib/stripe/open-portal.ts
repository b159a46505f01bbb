import type Stripe from "stripe";
import type { Member } from "#prisma/queries/teams/ensure-member.ts";
import { findBilling } from "#prisma/queries/teams/find-billing.ts";
import { grantsPlan } from "#worker/core/billing/grants-plan.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { checkRight } from "../session/check-right.ts";
import { ensureCustomer } from "./ensure-customer.ts";
import type { BillingDependencies } from "./sync-subscription.ts";
import { withStripe } from "./with-stripe.ts";

type Dependencies = BillingDependencies & { appUrl: string };

type Wanted = { member: Member; purpose: "manage" | "cancel" };

/**
 * Returns the address of Stripe's portal for this Team: invoices, cards, cancelling; or of its one question about cancelling, if there is
 * something to cancel.
 * @throws DomainError `forbidden` for anyone but an owner, `unavailable` when Stripe does not answer.
 */
export async function openPortal(dependencies: Dependencies, { member, purpose }: Wanted): Promise<string> {
  checkRight(member, "billing.change");
  const { db, stripe, appUrl } = dependencies;
  return withStripe(
    "The payment service does not answer, so you cannot manage your subscription now. Try again in a minute.",
    async () => {
      const billing = await findBilling(db, teamOf(member.teamId));
      const teamId = teamOf(member.teamId);
      const { email } = member;
      const customer = await ensureCustomer(dependencies, {
        teamId,
        email,
        stripeCustomerId: billing?.stripeCustomerId ?? null,
      });
      const return_url = new URL("/billing/return", appUrl).href;
      const flow = purpose === "cancel" ? await cancelFlow(stripe, { customer, return_url }) : {};
      const session = await stripe.billingPortal.sessions.create({ customer, return_url, ...flow });
      return session.url;
    },
  );
}

/** Asks for the page that cancels at the end of the period. Without a subscription that goes on, Stripe has no such page. */
async function cancelFlow(
  stripe: Stripe,
  { customer, return_url }: { customer: string; return_url: string },
): Promise<Pick<Stripe.BillingPortal.SessionCreateParams, "flow_data">> {
  const { data } = await stripe.subscriptions.list({ customer, limit: 100 });
  const going = data.find((each) => grantsPlan(each.status) && !each.cancel_at_period_end && each.cancel_at === null);
  if (!going) return {};
  return {
    flow_data: {
      type: "subscription_cancel",
      subscription_cancel: { subscription: going.id },
      after_completion: { type: "redirect", redirect: { return_url } },
    },
  };
}
