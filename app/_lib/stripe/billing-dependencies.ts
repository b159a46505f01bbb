import { getDatabase } from "../database.ts";
import { getQueue } from "../queue.ts";
import { getSettings } from "../settings.ts";
import { getStripe } from "./stripe.ts";
import type { BillingDependencies } from "./sync-subscription.ts";

/**
 * Returns the dependencies of the billing verbs in the web process. @throws DomainError `unavailable` when payments are not set
 * up.
 */
export async function billingDependencies(): Promise<BillingDependencies & { appUrl: string }> {
  const [settings, stripe] = [getSettings(), getStripe()];
  return { db: getDatabase(), queue: await getQueue(), stripe, settings, appUrl: settings.APP_URL };
}
