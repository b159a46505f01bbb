import Stripe from "stripe";
import type { Database } from "#prisma/client.ts";
import { recordWindDownFailure } from "#prisma/queries/winding-down/wind-down-subscriptions.ts";
import { DomainError } from "#worker/core/errors.ts";

/** What was done for how many subscriptions, and for which ones Stripe refused it. */
export type Attempts = { done: number; failures: { id: string; reason: string }[] };

type Attempt = { db: Database; id: string; attempts: Attempts };

/**
 * Does something for one subscription. What Stripe refuses about this one is recorded, and keeps no other from its turn.
 * @throws DomainError `unavailable` when Stripe does not answer, or refuses us altogether.
 */
export async function attempt({ db, id, attempts }: Attempt, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    attempts.done += 1;
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    if (!isAboutOne(error))
      throw new DomainError("unavailable", `Stripe does not do its part: ${error.message} Run the same command again later.`, {
        retryable: true,
        cause: error,
      });
    await recordWindDownFailure(db, id, error.message);
    attempts.failures.push({ id, reason: error.message });
  }
}

/** Returns true if Stripe has answered and refused this one request. */
export function isAboutOne(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError || error instanceof Stripe.errors.StripeCardError;
}
