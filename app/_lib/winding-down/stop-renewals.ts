import { findCustomers } from "#prisma/queries/plans/find-customers.ts";
import { recordStopped } from "#prisma/queries/winding-down/wind-down-subscriptions.ts";
import { customerIdOf } from "../stripe/customer-id-of.ts";
import { type BillingDependencies, syncSubscription } from "../stripe/sync-subscription.ts";
import { type Attempts, attempt } from "./attempt.ts";
import { findOwnSubscriptions, renews } from "./find-own-subscriptions.ts";

/**
 * Sets every subscription of our Teams to end with its period, and closes the Checkouts that are open. May be repeated: it finds nothing to do
 * for those that end already. @throws the error of Stripe when it does not answer.
 */
export async function stopRenewals(dependencies: BillingDependencies, now: Date): Promise<Attempts> {
  const { db, stripe } = dependencies;
  const attempts: Attempts = { done: 0, failures: [] };
  await closeOpenCheckouts(dependencies);
  for await (const { id, customerId, subscription } of findOwnSubscriptions(dependencies)) {
    if (!renews(subscription)) continue;
    // Recorded before, so that taking back finds it however this ends.
    await recordStopped(db, { id, customerId }, now);
    await attempt({ db, id, attempts }, async () => {
      await stripe.subscriptions.update(id, { cancel_at_period_end: true });
      await syncSubscription(dependencies, { customerId });
    });
  }
  return attempts;
}

/** Closes the Checkouts of our Teams. One that is paid at this moment is found among the subscriptions afterwards. */
async function closeOpenCheckouts({ db, stripe }: BillingDependencies): Promise<void> {
  const own = new Set((await findCustomers(db)).map(({ customerId }) => customerId));
  if (own.size === 0) return;
  const open: string[] = [];
  for await (const { id, customer } of stripe.checkout.sessions.list({ status: "open", limit: 100 })) {
    if (customer && own.has(customerIdOf(customer))) open.push(id);
  }
  for (const id of open) {
    try {
      await stripe.checkout.sessions.expire(id);
    } catch (error) {
      const { status } = await stripe.checkout.sessions.retrieve(id);
      if (status === "open") throw error;
    }
  }
}
