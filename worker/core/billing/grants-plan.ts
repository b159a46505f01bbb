/**
 * Returns true if a subscription with this status of Stripe's grants its Plan. `past_due`: Stripe tries a failed payment again, and the Plan
 * stays until its grace ends. `incomplete` was never paid; `unpaid` and `canceled` follow failed retries. Unknown statuses grant nothing.
 */
export function grantsPlan(status: string): boolean {
  return status === "active" || status === "trialing" || status === "past_due";
}
