import Stripe from "stripe";
import { DomainError } from "#worker/core/errors.ts";
import { log } from "#worker/log.ts";

/**
 * Runs calls to Stripe for a waiting person. @throws DomainError `unavailable` with `sentence` when Stripe cannot be reached or
 * refuses.
 */
export async function withStripe<T>(sentence: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    log.error(
      { type: error.type, code: error.code, requestId: error.requestId, message: error.message },
      "Stripe refused or did not answer",
    );
    throw new DomainError("unavailable", sentence, { retryable: true, cause: error });
  }
}
