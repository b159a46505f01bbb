import { claimStripeWatch, finishStripeWatch } from "#prisma/queries/plans/claim-stripe-watch.ts";
import { log } from "#worker/log.ts";
import { billingDependencies } from "./billing-dependencies.ts";
import { catchUpWithEvents } from "./catch-up-with-events.ts";
import { compareWithStripe } from "./compare-with-stripe.ts";
import type { BillingDependencies } from "./sync-subscription.ts";

const EVERY_MS = 600_000;

/** Looks at Stripe now and every hour for events that were missed, and every day at all subscriptions. Of several web processes, one does it. */
export function watchStripe(): void {
  const look = () =>
    billingDependencies()
      .then((dependencies) => lookAtStripe(dependencies, new Date()))
      .catch((error: unknown) => log.error({ err: error }, "Stripe could not be compared with: tried again within the hour"));
  void look();
  setInterval(look, EVERY_MS).unref();
}

/** Does what is due at `now`. Returns the number of mended Teams; null if nothing is due. */
export async function lookAtStripe(dependencies: BillingDependencies, now: Date): Promise<number | null> {
  const look = await claimStripeWatch(dependencies.db, now);
  if (!look) return null;
  const missed = await catchUpWithEvents(dependencies, look.since);
  const different = look.isComparing ? await compareWithStripe(dependencies) : 0;
  await finishStripeWatch(dependencies.db, look, now);
  log.info({ missed, different }, "compared with Stripe");
  return missed + different;
}
