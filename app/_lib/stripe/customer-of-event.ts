import type Stripe from "stripe";

/** Returns the customer whose subscription an event may have changed; null for other events. */
export function customerOfEvent(event: Stripe.Event): string | null {
  if (!/^(customer\.subscription|checkout\.session|invoice)\./.test(event.type)) return null;
  const { object } = event.data;
  if (!("customer" in object) || !object.customer) return null;
  return typeof object.customer === "string" ? object.customer : object.customer.id;
}
