import Stripe from "stripe";
import { DomainError } from "#worker/core/errors.ts";
import type { Settings } from "#worker/core/settings.ts";

/** Prefix of the stand-in's keys; `npm start` creates one for each run. */
const STAND_IN_PREFIX = "sk_standin_";
const TIMEOUT_MS = 10_000;

export type StripeSettings = Pick<
  Settings,
  | "STRIPE_SECRET_KEY"
  | "STRIPE_API_URL"
  | "STRIPE_PRICE_PRO"
  | "STRIPE_PRICE_AGENCY"
  | "STRIPE_PRICE_PRO_YEARLY"
  | "STRIPE_PRICE_AGENCY_YEARLY"
  | "STRIPE_TAX"
>;

/** Returns true if a stand-in replaces Stripe, so that no money moves. */
export function isStandIn(settings: Pick<Settings, "STRIPE_SECRET_KEY">): boolean {
  return settings.STRIPE_SECRET_KEY?.startsWith(STAND_IN_PREFIX) ?? true;
}

/** Creates a client for Stripe, or for the stand-in, depending on the key. @throws DomainError `unavailable` without a key. */
export function createStripe(settings: StripeSettings): Stripe {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_URL: apiUrl } = settings;
  if (!key) throw new DomainError("unavailable", "Payments are not set up on this installation.");
  return new Stripe(key, {
    ...(apiUrl ? addressOf(new URL(apiUrl)) : {}),
    maxNetworkRetries: 1,
    timeout: TIMEOUT_MS,
    telemetry: false,
  });
}

function addressOf(url: URL): { protocol: "http" | "https"; host: string; port: string } {
  const protocol = url.protocol === "http:" ? "http" : "https";
  return { protocol, host: url.hostname, port: url.port || (protocol === "http" ? "80" : "443") };
}
