import { getDatabase } from "../database.ts";
import { getSettings } from "../settings.ts";
import { getStripe } from "./stripe.ts";
import type { BillingDependencies } from "./sync-subscription.ts";

/**
 * Returns the dependencies of the billing verbs in the web process. @throws DomainError `unavailable` when payments are not set
 * up.
 */
export function billingDependencies(): BillingDependencies & { appUrl: string } {
  return { db: getDatabase(), stripe: getStripe(), settings: getSettings(), appUrl: getSettings().APP_URL };
}
