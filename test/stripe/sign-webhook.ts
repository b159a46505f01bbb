import { createHmac } from "node:crypto";

/**
 * Returns the `Stripe-Signature` header of a webhook body. See https://docs.stripe.com/webhooks#verify-manually. `seconds` is
 * Unix time.
 */
export function signWebhook(body: string, secret: string, seconds: number): string {
  const signature = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${signature}`;
}
