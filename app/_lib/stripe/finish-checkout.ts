import type { Member } from "#prisma/queries/teams/ensure-member.ts";
import { findBilling } from "#prisma/queries/teams/find-billing.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { type BillingDependencies, syncSubscription } from "./sync-subscription.ts";
import { withStripe } from "./with-stripe.ts";

/**
 * Applies purchases and changes when a person returns from Stripe, without waiting for the webhook. Queries only this Team's
 * own customer, ignoring the address's parameters.
 * @throws DomainError `unavailable` when Stripe does not answer; the webhook then applies them later.
 */
export async function finishCheckout(dependencies: BillingDependencies, { member }: { member: Member }): Promise<void> {
  const billing = await findBilling(dependencies.db, teamOf(member.teamId));
  const customerId = billing?.stripeCustomerId;
  if (!customerId) return;
  await withStripe("The payment service does not answer. We show your new plan here as soon as it does.", () =>
    syncSubscription(dependencies, { customerId }),
  );
}
