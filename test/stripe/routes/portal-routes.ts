import { z } from "zod";
import type { PortalSession } from "#test/stripe/objects.ts";
import { clock, makeId } from "#test/stripe/state.ts";
import { missing, StripeFault } from "#test/stripe/stripe-fault.ts";
import { findPrice } from "#test/stripe/subscriptions.ts";
import { findCustomer } from "./customer-routes.ts";
import { pageOf, type Route } from "./route.ts";
import { findSubscription } from "./subscription-routes.ts";

const update = z.strictObject({
  subscription: z.string(),
  items: z.array(z.strictObject({ id: z.string(), price: z.string(), quantity: z.string().optional() })).length(1),
});

const eventQuery = z.strictObject({
  created: z.strictObject({ gte: z.string() }).optional(),
  limit: z.string().optional(),
  starting_after: z.string().optional(),
});

const afterCompletion = z
  .strictObject({ type: z.literal("redirect"), redirect: z.strictObject({ return_url: z.url() }) })
  .optional();

const creation = z.strictObject({
  customer: z.string(),
  return_url: z.url(),
  flow_data: z
    .discriminatedUnion("type", [
      z.strictObject({
        type: z.literal("subscription_update_confirm"),
        subscription_update_confirm: update,
        after_completion: afterCompletion,
      }),
      z.strictObject({
        type: z.literal("subscription_cancel"),
        subscription_cancel: z.strictObject({ subscription: z.string() }),
        after_completion: afterCompletion,
      }),
    ])
    .optional(),
});

export const portalRoutes: Route[] = [
  {
    method: "POST",
    pattern: /^\/v1\/billing_portal\/sessions$/,
    answer({ state, parameters, publicUrl }) {
      const { customer, return_url, flow_data: flow = null } = creation.parse(parameters);
      findCustomer(state, customer, "customer");
      if (flow?.type === "subscription_cancel") {
        const subscription = findSubscription(
          state,
          flow.subscription_cancel.subscription,
          "flow_data[subscription_cancel][subscription]",
        );
        if (subscription.status === "canceled" || subscription.cancel_at_period_end)
          throw new StripeFault(400, "This subscription is already set to be canceled.");
      }
      if (flow?.type === "subscription_update_confirm") {
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
    pattern: /^\/v1\/events$/,
    answer({ state, parameters }) {
      const { created, ...page } = eventQuery.parse(parameters);
      const since = Number(created?.gte ?? 0);
      const found = Object.values(state.events).filter((event) => event.created >= since);
      return pageOf("/v1/events", found.reverse(), page);
    },
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
