import { z } from "zod";
import { recordEvent } from "#test/stripe/events.ts";
import type { CheckoutSession } from "#test/stripe/objects.ts";
import { clock, makeId, type State } from "#test/stripe/state.ts";
import { missing, StripeFault } from "#test/stripe/stripe-fault.ts";
import { findPrice, startSubscription } from "#test/stripe/subscriptions.ts";
import { findCustomer } from "./customer-routes.ts";
import { type Call, listOf, type Route } from "./route.ts";

const DAY_SECONDS = 86_400;

const flag = z.enum(["true", "false"]).optional();

const creation = z.strictObject({
  mode: z.literal("subscription"),
  customer: z.string(),
  line_items: z.array(z.strictObject({ price: z.string(), quantity: z.coerce.number().int().positive() })).length(1),
  success_url: z.url(),
  cancel_url: z.url().optional(),
  client_reference_id: z.string().optional(),
  allow_promotion_codes: flag,
  automatic_tax: z.strictObject({ enabled: flag }).optional(),
  tax_id_collection: z.strictObject({ enabled: flag }).optional(),
  customer_update: z
    .strictObject({ address: z.enum(["auto", "never"]).optional(), name: z.enum(["auto", "never"]).optional() })
    .optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  subscription_data: z.strictObject({ metadata: z.record(z.string(), z.string()).optional() }).optional(),
});

const listQuery = z.strictObject({
  customer: z.string().optional(),
  status: z.enum(["open", "complete", "expired"]).optional(),
  limit: z.string().optional(),
});

/** Finds a Checkout Session, and expires it if it is too old. @throws StripeFault for an unknown id. */
export function findCheckoutSession(state: State, id: string): CheckoutSession {
  const session = state.checkoutSessions[id];
  if (!session) throw missing("checkout.session", id);
  if (session.status === "open" && session.expires_at <= clock(state)) expire(state, session);
  return session;
}

function createSession({ state, parameters, publicUrl }: Call): CheckoutSession {
  const wanted = creation.parse(parameters);
  const [item] = wanted.line_items;
  if (!item) throw new StripeFault(400, "Missing required param: line_items.", { param: "line_items" });
  const customer = findCustomer(state, wanted.customer, "customer");
  requireUpdates(wanted);
  const price = findPrice(item.price);
  const id = makeId("cs_test");
  const session: CheckoutSession = {
    id,
    object: "checkout.session",
    amount_total: price.unit_amount * item.quantity,
    cancel_url: wanted.cancel_url ?? null,
    client_reference_id: wanted.client_reference_id ?? null,
    created: clock(state),
    currency: "usd",
    customer: customer.id,
    expires_at: clock(state) + DAY_SECONDS,
    livemode: false,
    allow_promotion_codes: wanted.allow_promotion_codes === "true",
    automatic_tax: { enabled: wanted.automatic_tax?.enabled === "true" },
    tax_id_collection: { enabled: wanted.tax_id_collection?.enabled === "true" },
    metadata: wanted.metadata ?? {},
    mode: "subscription",
    payment_status: "unpaid",
    status: "open",
    subscription: null,
    success_url: wanted.success_url,
    url: `${publicUrl}/checkout/${id}`,
  };
  state.checkoutSessions[id] = session;
  const subscriptionMetadata = wanted.subscription_data?.metadata ?? {};
  state.checkoutOrders[id] = { priceId: price.id, quantity: item.quantity, subscriptionMetadata };
  return session;
}

/** Refuses what Stripe refuses for a customer that exists: a VAT id without its name, and a tax without its address. */
function requireUpdates({
  automatic_tax: tax,
  tax_id_collection: taxId,
  customer_update: update,
}: z.infer<typeof creation>): void {
  const lacking = (part: string) => {
    const message = `The customer must be updated from Checkout: set customer_update[${part}] to 'auto'.`;
    return new StripeFault(400, message, { param: `customer_update[${part}]` });
  };
  if (taxId?.enabled === "true" && update?.name !== "auto") throw lacking("name");
  if (tax?.enabled === "true" && update?.address !== "auto") throw lacking("address");
}

/** Completes a session as a press on Pay does. @throws StripeFault if the session is over. */
export function payCheckout(state: State, session: CheckoutSession): void {
  const order = state.checkoutOrders[session.id];
  if (session.status !== "open" || !order) throw new StripeFault(400, "This Checkout Session is no longer open.");
  const { priceId, quantity, subscriptionMetadata: metadata } = order;
  const subscription = startSubscription(state, { customer: session.customer, price: findPrice(priceId), quantity, metadata });
  Object.assign(session, { status: "complete", payment_status: "paid", subscription: subscription.id, url: null });
  recordEvent(state, "checkout.session.completed", session);
}

function expire(state: State, session: CheckoutSession): CheckoutSession {
  if (session.status !== "open") throw new StripeFault(400, 'Only Checkout Sessions with a status in ["open"] can be expired.');
  Object.assign(session, { status: "expired", url: null });
  recordEvent(state, "checkout.session.expired", session);
  return session;
}

export const checkoutRoutes: Route[] = [
  { method: "POST", pattern: /^\/v1\/checkout\/sessions$/, answer: createSession },
  {
    method: "GET",
    pattern: /^\/v1\/checkout\/sessions$/,
    answer({ state, parameters }) {
      const { customer, status } = listQuery.parse(parameters);
      const all = Object.values(state.checkoutSessions).filter((each) => !customer || each.customer === customer);
      return listOf("/v1/checkout/sessions", all.filter((each) => !status || each.status === status).reverse());
    },
  },
  {
    method: "GET",
    pattern: /^\/v1\/checkout\/sessions\/([^/]+)$/,
    answer: ({ state, id }) => findCheckoutSession(state, id),
  },
  {
    method: "POST",
    pattern: /^\/v1\/checkout\/sessions\/([^/]+)\/expire$/,
    answer: ({ state, id }) => expire(state, findCheckoutSession(state, id)),
  },
];
