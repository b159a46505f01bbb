import { z } from "zod";
import type { PortalSession } from "#test/stripe/objects.ts";
import { clock, makeId } from "#test/stripe/state.ts";
import { missing } from "#test/stripe/stripe-fault.ts";
import { findPrice } from "#test/stripe/subscriptions.ts";
import { findCustomer } from "./customer-routes.ts";
import { listOf, type Route } from "./route.ts";
import { findSubscription } from "./subscription-routes.ts";

const update = z.strictObject({
  subscription: z.string(),
  items: z.array(z.strictObject({ id: z.string(), price: z.string(), quantity: z.string().optional() })).length(1),
});

const creation = z.strictObject({
  customer: z.string(),
  return_url: z.url(),
  flow_data: z
    .strictObject({
      type: z.literal("subscription_update_confirm"),
      subscription_update_confirm: update,
      after_completion: z
        .strictObject({ type: z.literal("redirect"), redirect: z.strictObject({ return_url: z.url() }) })
        .optional(),
    })
    .optional(),
});

export const portalRoutes: Route[] = [
  {
    method: "POST",
    pattern: /^\/v1\/billing_portal\/sessions$/,
    answer({ state, parameters, publicUrl }) {
      const { customer, return_url, flow_data: flow = null } = creation.parse(parameters);
      findCustomer(state, customer, "customer");
      if (flow) {
        const { subscription, items } = flow.subscription_update_confirm;
        findSubscription(state, subscription, "flow_data[subscription_update_confirm][subscription]");
        for (const item of items) findPrice(item.price);
      }
      const id = makeId("bps");
      const session: PortalSession = {
        id,
        object: "billing_portal.session",
        configuration: "bpc_standin",
        created: clock(state),
        customer,
        flow,
        livemode: false,
        return_url,
        url: `${publicUrl}/portal/${id}`,
      };
      state.portalSessions[id] = session;
      return session;
    },
  },
  {
    method: "GET",
    pattern: /^\/v1\/invoices$/,
    answer({ state, parameters }) {
      const { customer } = z.strictObject({ customer: z.string().optional(), limit: z.string().optional() }).parse(parameters);
      const all = Object.values(state.invoices).filter((invoice) => !customer || invoice.customer === customer);
      return listOf("/v1/invoices", all.reverse());
    },
  },
  {
    method: "GET",
    pattern: /^\/v1\/events$/,
    answer: ({ state }) => listOf("/v1/events", Object.values(state.events).reverse()),
  },
  {
    method: "GET",
    pattern: /^\/v1\/events\/([^/]+)$/,
    answer({ state, id }) {
      const event = state.events[id];
      if (!event) throw missing("event", id);
      return event;
    },
  },
];
