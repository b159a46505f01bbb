import { readBounded } from "#app/_lib/read-bounded.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { billingDependencies } from "#app/_lib/stripe/billing-dependencies.ts";
import { receiveStripeEvent } from "#app/_lib/stripe/receive-stripe-event.ts";
import { DomainError } from "#worker/core/errors.ts";
import { log } from "#worker/log.ts";

const MAX_BODY_BYTES = 1_000_000;

/**
 * Handles a Stripe webhook. 200: handled, now or before. 400: not from Stripe. 500: an error here or at Stripe, so that Stripe
 * delivers it again.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    const webhookSecret = getSettings().STRIPE_WEBHOOK_SECRET;
    if (!webhookSecret) throw new Error("STRIPE_WEBHOOK_SECRET is not set: events of Stripe's cannot be checked.");
    const body = await readBounded(request, MAX_BODY_BYTES);
    if (body === null) return new Response("too large", { status: 413 });
    const received = { body, signature: request.headers.get("stripe-signature") };
    const outcome = await receiveStripeEvent({ ...(await billingDependencies()), webhookSecret }, received);
    return Response.json({ outcome });
  } catch (error) {
    if (error instanceof DomainError && error.code === "invalid-input")
      return Response.json({ error: error.message }, { status: 400 });
    log.error({ err: error }, "an event of Stripe's could not be handled");
    return Response.json({ error: "try again later" }, { status: 500 });
  }
}
