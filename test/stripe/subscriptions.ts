import { PRICES } from "./catalogue.ts";
import { recordEvent } from "./events.ts";
import { billSubscription } from "./invoices.ts";
import type { Json, Metadata, Price, Subscription } from "./objects.ts";
import { clock, makeId, type State } from "./state.ts";
import { missing, StripeFault } from "./stripe-fault.ts";

/** Lengths of a paid period. */
const PERIOD_SECONDS = { month: 30 * 86_400, year: 365 * 86_400 };

type Start = { customer: string; price: Price; quantity: number; metadata: Metadata };

/** Starts a paid subscription, as a completed Checkout does. */
export function startSubscription(state: State, { customer, price, quantity, metadata }: Start): Subscription {
  const now = clock(state);
  const id = makeId("sub");
  const period = { current_period_start: now, current_period_end: now + PERIOD_SECONDS[price.recurring.interval] };
  const item = {
    id: makeId("si"),
    object: "subscription_item" as const,
    created: now,
    metadata: {},
    price,
    quantity,
    subscription: id,
  };
  const subscription: Subscription = {
    id,
    object: "subscription",
    billing_cycle_anchor: now,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, reason: null },
    collection_method: "charge_automatically",
    created: now,
    currency: "usd",
    customer,
    ended_at: null,
    items: {
      object: "list",
      data: [{ ...item, ...period }],
      has_more: false,
      total_count: 1,
      url: `/v1/subscription_items?subscription=${id}`,
    },
    latest_invoice: null,
    livemode: false,
    metadata,
    start_date: now,
    status: "active",
    trial_end: null,
  };
  state.subscriptions[id] = subscription;
  billSubscription(state, subscription, { reason: "subscription_create", paid: true });
  recordEvent(state, "customer.subscription.created", subscription);
  return subscription;
}

/** Moves a subscription to another price at once. */
export function changePrice(state: State, subscription: Subscription, priceId: string): void {
  const price = findPrice(priceId);
  const [item] = subscription.items.data;
  if (!item || item.price.id === price.id) return;
  const before = structuredClone(subscription.items.data);
  // Another interval starts a new period, as at Stripe.
  if (item.price.recurring.interval !== price.recurring.interval) {
    item.current_period_start = clock(state);
    item.current_period_end = item.current_period_start + PERIOD_SECONDS[price.recurring.interval];
  }
  item.price = price;
  billSubscription(state, subscription, { reason: "subscription_update", paid: true });
  recordUpdate(state, subscription, { items: { data: before } });
}

/** Sets a subscription to end with its period, or takes that back. */
export function setCancelAtPeriodEnd(state: State, subscription: Subscription, cancel: boolean): void {
  const before = { cancel_at_period_end: subscription.cancel_at_period_end, cancel_at: subscription.cancel_at };
  if (subscription.cancel_at_period_end === cancel) return;
  subscription.cancel_at_period_end = cancel;
  subscription.cancel_at = cancel ? periodEnd(subscription) : null;
  subscription.canceled_at = cancel ? clock(state) : null;
  subscription.cancellation_details.reason = cancel ? "cancellation_requested" : null;
  recordUpdate(state, subscription, before);
}

/** Ends a subscription now. @throws StripeFault if it has ended already. */
export function cancelNow(state: State, subscription: Subscription, reason: "cancellation_requested" | "payment_failed"): void {
  if (subscription.status === "canceled") throw missing("subscription", subscription.id);
  const now = clock(state);
  subscription.status = "canceled";
  subscription.canceled_at ??= now;
  subscription.ended_at = now;
  subscription.cancellation_details.reason = reason;
  recordEvent(state, "customer.subscription.deleted", subscription);
}

/** Simulates the end of a period: the subscription renews, its payment fails, or it ends if it was set to. */
export function endPeriod(state: State, subscription: Subscription, { paid }: { paid: boolean }): void {
  if (subscription.status === "canceled") return;
  if (subscription.cancel_at_period_end) {
    cancelNow(state, subscription, "cancellation_requested");
    return;
  }
  const before = { status: subscription.status, items: { data: structuredClone(subscription.items.data) } };
  for (const item of subscription.items.data) {
    item.current_period_start = item.current_period_end;
    item.current_period_end += PERIOD_SECONDS[item.price.recurring.interval];
  }
  subscription.status = paid ? "active" : "past_due";
  billSubscription(state, subscription, { reason: "subscription_cycle", paid });
  recordUpdate(state, subscription, before);
}

/** Pays what is open, as a customer with a better card does: a subscription that was past due is active again. */
export function payOpenInvoices(state: State, subscription: Subscription): void {
  if (subscription.status !== "past_due" && subscription.status !== "unpaid") return;
  const before = { status: subscription.status };
  for (const invoice of Object.values(state.invoices)) {
    if (invoice.parent.subscription_details.subscription !== subscription.id || invoice.status === "paid") continue;
    Object.assign(invoice, { status: "paid", amount_paid: invoice.amount_due });
    recordEvent(state, "invoice.paid", invoice);
  }
  subscription.status = "active";
  recordUpdate(state, subscription, before);
}

/** Returns the end of the paid period in Unix seconds. */
export function periodEnd(subscription: Subscription): number {
  return Math.max(...subscription.items.data.map((item) => item.current_period_end));
}

/** Finds a price. @throws StripeFault for a price that is not in the catalogue. */
export function findPrice(id: string): Price {
  const price = PRICES.find((candidate) => candidate.id === id);
  if (!price) throw new StripeFault(400, `No such price: '${id}'`, { code: "resource_missing", param: "price" });
  return price;
}

function recordUpdate(state: State, subscription: Subscription, before: { [key: string]: Json }): void {
  recordEvent(state, "customer.subscription.updated", subscription, before);
}
