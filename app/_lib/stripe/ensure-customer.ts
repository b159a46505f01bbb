import type Stripe from "stripe";
import { saveStripeCustomer } from "#prisma/queries/teams/save-stripe-customer.ts";
import { type BillingDependencies, isMissing } from "./sync-subscription.ts";

type Payer = { teamId: string; email: string; stripeCustomerId: string | null };

/**
 * Returns the Team's customer id at Stripe, creating the customer on first use. The idempotency key makes concurrent calls
 * create one customer; the first id stored counts. Replaces an id that this Stripe does not know (a trial on the stand-in, then
 * a real key).
 */
export async function ensureCustomer({ db, stripe }: BillingDependencies, payer: Payer): Promise<string> {
  const { teamId, email, stripeCustomerId } = payer;
  if (stripeCustomerId && (await isKnown(stripe, stripeCustomerId))) return stripeCustomerId;
  const idempotencyKey = `flawless-customer-${teamId}-${stripeCustomerId ?? "first"}`;
  const customer = await stripe.customers.create({ email, metadata: { teamId } }, { idempotencyKey });
  return saveStripeCustomer(db, { teamId, stripeCustomerId: customer.id, insteadOf: stripeCustomerId });
}

async function isKnown(stripe: Stripe, customerId: string): Promise<boolean> {
  try {
    const customer = await stripe.customers.retrieve(customerId);
    return !customer.deleted;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
