/** Days for which a Plan stays after a payment failed. */
export const GRACE_DAYS = 7;

/** Returns when a Plan stops because its payment has failed since `pastDueSince`. */
export function graceEndsAt(pastDueSince: Date): Date {
  return new Date(pastDueSince.getTime() + GRACE_DAYS * 86_400_000);
}
