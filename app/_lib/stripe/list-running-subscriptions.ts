import type Stripe from "stripe";
import { customerIdOf } from "./customer-id-of.ts";

/** Yields the subscriptions of the Stripe account that have not ended, which may also be of customers that are not ours. */
export async function* listRunningSubscriptions(
  stripe: Stripe,
): AsyncGenerator<{ customerId: string; subscription: Stripe.Subscription }> {
  for await (const subscription of stripe.subscriptions.list({ limit: 100 })) {
    if (subscription.status === "incomplete_expired") continue;
    yield { customerId: customerIdOf(subscription.customer), subscription };
  }
}
