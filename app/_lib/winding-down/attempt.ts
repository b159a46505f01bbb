import Stripe from "stripe";
import type { Database } from "#prisma/client.ts";
import { recordWindDownFailure } from "#prisma/queries/winding-down/wind-down-subscriptions.ts";

/** The number of subscriptions for which something was done, and those for which Stripe refused it. */
export type Attempts = { done: number; failures: { id: string; reason: string }[] };

type Attempt = { db: Database; id: string; attempts: Attempts };

/**
 * Does something for one subscription. What Stripe refuses about this one is recorded, and keeps no other from its turn.
 * @throws the error of Stripe when it does not answer, or refuses us altogether.
 */
export async function attempt({ db, id, attempts }: Attempt, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    attempts.done += 1;
  } catch (error) {
    if (!isAboutOne(error)) throw error;
    await recordWindDownFailure(db, id, error.message);
    attempts.failures.push({ id, reason: error.message });
  }
}

const ABOUT_ONE = [
  Stripe.errors.StripeInvalidRequestError,
  Stripe.errors.StripeCardError,
  Stripe.errors.StripeIdempotencyError,
] as const;

/** Returns true if Stripe has answered and refused this one request. */
export function isAboutOne(error: unknown): error is Stripe.errors.StripeError {
  return ABOUT_ONE.some((kind) => error instanceof kind);
}
