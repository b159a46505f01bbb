import { findStopped, recordResumed } from "#prisma/queries/winding-down/wind-down-subscriptions.ts";
import { type BillingDependencies, syncSubscription } from "../stripe/sync-subscription.ts";
import { type Attempts, attempt } from "./attempt.ts";

/**
 * Lets the subscriptions renew again whose renewal the closing has stopped. One that has ended meanwhile stays ended. May be repeated.
 * @throws the error of Stripe when it does not answer.
 */
export async function resumeRenewals(dependencies: BillingDependencies): Promise<Attempts & { ended: number }> {
  const { db, stripe } = dependencies;
  const attempts: Attempts = { done: 0, failures: [] };
  let ended = 0;
  for (const { id, customerId } of await findStopped(db)) {
    await attempt({ db, id, attempts }, async () => {
      const { status } = await stripe.subscriptions.retrieve(id);
      if (status === "canceled") ended += 1;
      else await stripe.subscriptions.update(id, { cancel_at_period_end: false });
      await syncSubscription(dependencies, { customerId });
      await recordResumed(db, id);
    });
  }
  return { ...attempts, done: attempts.done - ended, ended };
}
