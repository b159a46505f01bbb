import Stripe from "stripe";
import { DomainError } from "#worker/core/errors.ts";
import { log } from "#worker/log.ts";
import { customerOfEvent } from "./customer-of-event.ts";
import { type BillingDependencies, syncSubscription } from "./sync-subscription.ts";

type Dependencies = BillingDependencies & { webhookSecret: string };
type Received = { body: string; signature: string | null };

/**
 * Handles one Stripe webhook: verifies the signature of the raw body, then syncs the customer's Team with Stripe. Returns the
 * outcome. @throws DomainError `invalid-input` for a bad signature (or one older than five minutes); any other error should
 * make Stripe deliver it again.
 */
export async function receiveStripeEvent(
  dependencies: Dependencies,
  { body, signature }: Received,
): Promise<"applied" | "repeat" | "unknown" | "ignored"> {
  const event = readEvent(dependencies, { body, signature });
  const customerId = customerOfEvent(event);
  if (!customerId) return "ignored";
  const outcome = await syncSubscription(dependencies, { customerId, event: { id: event.id, type: event.type } });
  log.info({ eventId: event.id, type: event.type, outcome }, "handled an event of Stripe's");
  return outcome;
}

/** The timestamp and signatures of Stripe-Signature. The SDK throws a TypeError for other shapes. */
const SIGNATURE = /^t=\d{1,15}(?:,v\d=[0-9a-f]{1,128}){1,10}$/;

function readEvent({ stripe, webhookSecret }: Dependencies, { body, signature }: Received): Stripe.Event {
  if (!SIGNATURE.test(signature?.replaceAll(" ", "") ?? ""))
    throw new DomainError("invalid-input", "This request is not signed by Stripe.");
  try {
    return stripe.webhooks.constructEvent(body, signature ?? "", webhookSecret);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError)
      throw new DomainError("invalid-input", "This request is not signed by Stripe.", { cause: error });
    throw error;
  }
}
