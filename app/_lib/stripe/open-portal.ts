import type { Member } from "#prisma/queries/teams/ensure-member.ts";
import { findBilling } from "#prisma/queries/teams/find-billing.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { checkRight } from "../session/check-right.ts";
import { ensureCustomer } from "./ensure-customer.ts";
import type { BillingDependencies } from "./sync-subscription.ts";
import { withStripe } from "./with-stripe.ts";

type Dependencies = BillingDependencies & { appUrl: string };

/**
 * Returns the address of Stripe's portal for this Team: invoices, cards, cancelling.
 * @throws DomainError `forbidden` for anyone but an owner, `unavailable` when Stripe does not answer.
 */
export async function openPortal(dependencies: Dependencies, { member }: { member: Member }): Promise<string> {
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
      const session = await stripe.billingPortal.sessions.create({
        customer,
        return_url: new URL("/billing/return", appUrl).href,
      });
      return session.url;
    },
  );
}
