import { z } from "zod";
import { recordEvent } from "#test/stripe/events.ts";
import type { Customer } from "#test/stripe/objects.ts";
import { clock, makeId, type State } from "#test/stripe/state.ts";
import { missing } from "#test/stripe/stripe-fault.ts";
import { listOf, type Route } from "./route.ts";

const fields = z.strictObject({
  email: z.string().optional(),
  name: z.string().optional(),
  metadata: z.record(z.string(), z.string()).optional(),
});

/** Finds a customer. @throws StripeFault for an unknown id. */
export function findCustomer(state: State, id: string, param = "id"): Customer {
  const customer = state.customers[id];
  if (!customer) throw missing("customer", id, param);
  return customer;
}

export const customerRoutes: Route[] = [
  {
    method: "POST",
    pattern: /^\/v1\/customers$/,
    answer({ state, parameters }) {
      const { email = null, name = null, metadata = {} } = fields.parse(parameters);
      const id = makeId("cus");
      const customer: Customer = { id, object: "customer", created: clock(state), email, name, livemode: false, metadata };
      state.customers[id] = customer;
      recordEvent(state, "customer.created", customer);
      return customer;
    },
  },
  { method: "GET", pattern: /^\/v1\/customers\/([^/]+)$/, answer: ({ state, id }) => findCustomer(state, id) },
  {
    method: "POST",
    pattern: /^\/v1\/customers\/([^/]+)$/,
    answer({ state, id, parameters }) {
      const customer = findCustomer(state, id);
      const { metadata, ...rest } = fields.parse(parameters);
      Object.assign(customer, rest, { metadata: { ...customer.metadata, ...metadata } });
      recordEvent(state, "customer.updated", customer);
      return customer;
    },
  },
  {
    method: "GET",
    pattern: /^\/v1\/customers$/,
    answer: ({ state }) => listOf("/v1/customers", Object.values(state.customers)),
  },
];
