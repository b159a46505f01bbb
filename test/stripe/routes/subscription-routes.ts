import { z } from "zod";
import type { Subscription } from "#test/stripe/objects.ts";
import type { State } from "#test/stripe/state.ts";
import { missing, StripeFault } from "#test/stripe/stripe-fault.ts";
import { cancelNow, changePrice, findPrice, setCancelAtPeriodEnd, startSubscription } from "#test/stripe/subscriptions.ts";
import { findCustomer } from "./customer-routes.ts";
import { cardOf } from "./payment-method-routes.ts";
import { pageOf, type Route } from "./route.ts";

const listQuery = z.strictObject({
  customer: z.string().optional(),
  status: z.enum(["active", "past_due", "unpaid", "canceled", "trialing", "incomplete", "paused", "all", "ended"]).optional(),
  limit: z.string().optional(),
  starting_after: z.string().optional(),
});

const creation = z.strictObject({
  customer: z.string(),
  items: z.array(z.strictObject({ price: z.string() })).length(1),
  default_payment_method: z.string(),
  metadata: z.record(z.string(), z.string()).optional(),
});

const update = z.strictObject({
  cancel_at_period_end: z.enum(["true", "false"]).optional(),
  items: z.array(z.strictObject({ id: z.string(), price: z.string() })).optional(),
  proration_behavior: z.enum(["always_invoice", "create_prorations", "none"]).optional(),
  payment_behavior: z.string().optional(),
});

/** Finds a subscription. @throws StripeFault for an unknown id. */
export function findSubscription(state: State, id: string, param = "id"): Subscription {
  const subscription = state.subscriptions[id];
  if (!subscription) throw missing("subscription", id, param);
  return subscription;
}

export const subscriptionRoutes: Route[] = [
  {
    method: "POST",
    pattern: /^\/v1\/subscriptions$/,
    answer({ state, parameters }) {
      const { customer, items, default_payment_method: card, metadata = {} } = creation.parse(parameters);
      findCustomer(state, customer, "customer");
      if (card !== cardOf(customer)) throw missing("PaymentMethod", card, "default_payment_method");
      return startSubscription(state, { customer, price: findPrice(items[0]?.price ?? ""), quantity: 1, metadata });
    },
  },
  {
    method: "GET",
    pattern: /^\/v1\/subscriptions$/,
    answer({ state, parameters }) {
      const { customer, status, ...page } = listQuery.parse(parameters);
      const ofCustomer = Object.values(state.subscriptions).filter((each) => !customer || each.customer === customer);
      return pageOf("/v1/subscriptions", ofCustomer.filter((each) => isAsked(each, status)).reverse(), page);
    },
  },
  { method: "GET", pattern: /^\/v1\/subscriptions\/([^/]+)$/, answer: ({ state, id }) => findSubscription(state, id) },
  {
    method: "POST",
    pattern: /^\/v1\/subscriptions\/([^/]+)$/,
    answer({ state, id, parameters }) {
      const subscription = findSubscription(state, id);
      const { cancel_at_period_end: cancel, items = [] } = update.parse(parameters);
      if (subscription.status === "canceled")
        throw new StripeFault(400, "A canceled subscription can only update its metadata.");
      for (const item of items) changePrice(state, subscription, item.price);
      if (cancel) setCancelAtPeriodEnd(state, subscription, cancel === "true");
      return subscription;
    },
  },
  {
    method: "DELETE",
    pattern: /^\/v1\/subscriptions\/([^/]+)$/,
    answer({ state, id }) {
      const subscription = findSubscription(state, id);
      cancelNow(state, subscription, "cancellation_requested");
      return subscription;
    },
  },
];

/** Returns true if a subscription matches the status filter. Without one, Stripe lists those that have not ended. */
function isAsked(subscription: Subscription, status: string | undefined): boolean {
  if (status === "all") return true;
  if (status === undefined) return subscription.status !== "canceled";
  return status === "ended" ? subscription.status === "canceled" : subscription.status === status;
}
