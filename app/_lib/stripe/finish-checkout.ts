import type { Member } from "#prisma/queries/teams/ensure-member.ts";
import { findBilling } from "#prisma/queries/teams/find-billing.ts";
import { type BillingDependencies, syncSubscription } from "./sync-subscription.ts";
import { withStripe } from "./with-stripe.ts";

/**
 * Takes over what was bought or changed at Stripe when a person comes back from there, so that the page need not wait for the webhook.
 * Only this Team's own customer is asked about, whatever the address of the page says.
 * @throws DomainError `unavailable` when Stripe does not answer; the webhook then brings it later.
 */
export async function finishCheckout(dependencies: BillingDependencies, { member }: { member: Member }): Promise<void> {
  const billing = await findBilling(dependencies.db, member.teamId);
  const customerId = billing?.stripeCustomerId;
  if (!customerId) return;
  await withStripe("The payment service does not answer. We show your new plan here as soon as it does.", () =>
    syncSubscription(dependencies, { customerId }),
  );
}
