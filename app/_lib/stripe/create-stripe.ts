import Stripe from "stripe";
import { DomainError } from "#worker/core/errors.ts";
import type { Settings } from "#worker/core/settings.ts";

/** Any key that begins like one will do for the stand-in. */
const STAND_IN_KEY = "sk_test_standin";
const TIMEOUT_MS = 10_000;

export type StripeSettings = Pick<
  Settings,
  "STRIPE_SECRET_KEY" | "STRIPE_API_URL" | "STRIPE_PRICE_PRO" | "STRIPE_PRICE_AGENCY"
>;

/** Whether the stand-in takes the place of Stripe, so that no money moves. */
export function isStandIn(settings: Pick<Settings, "STRIPE_SECRET_KEY">): boolean {
  return settings.STRIPE_SECRET_KEY === undefined;
}

/** A client for Stripe, or for the stand-in where no key is set. @throws DomainError `unavailable` when there is neither. */
export function createStripe(settings: StripeSettings): Stripe {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_URL: apiUrl } = settings;
  if (!key && !apiUrl) throw new DomainError("unavailable", "Payments are not set up on this installation.");
  return new Stripe(key ?? STAND_IN_KEY, {
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
