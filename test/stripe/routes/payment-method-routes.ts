import { z } from "zod";
import { missing } from "#test/stripe/stripe-fault.ts";
import { findCustomer } from "./customer-routes.ts";
import type { Route } from "./route.ts";

/** The card of Stripe's test mode that always pays. */
const TEST_CARD = "pm_card_visa";

const attachment = z.strictObject({ customer: z.string() });

/** Returns the id that the test card has once it belongs to a customer. */
export function cardOf(customer: string): string {
  return `pm_standin_${customer}`;
}

export const paymentMethodRoutes: Route[] = [
  {
    method: "POST",
    pattern: /^\/v1\/payment_methods\/([^/]+)\/attach$/,
    answer({ state, id, parameters }) {
      const { customer } = attachment.parse(parameters);
      findCustomer(state, customer, "customer");
      if (id !== TEST_CARD) throw missing("PaymentMethod", id);
      return { id: cardOf(customer), object: "payment_method", type: "card", customer, livemode: false };
    },
  },
];
