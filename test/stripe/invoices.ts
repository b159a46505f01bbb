import { recordEvent } from "./events.ts";
import type { Invoice, Subscription } from "./objects.ts";
import { clock, makeId, type State } from "./state.ts";

/** Bills a subscription and records if that was paid. No money moves. */
export function billSubscription(
  state: State,
  subscription: Subscription,
  { reason, paid }: { reason: Invoice["billing_reason"]; paid: boolean },
): Invoice {
  const due = subscription.items.data.reduce((sum, item) => sum + item.price.unit_amount * item.quantity, 0);
  const details = { metadata: subscription.metadata, subscription: subscription.id };
  const invoice: Invoice = {
    id: makeId("in"),
    object: "invoice",
    amount_due: due,
    amount_paid: paid ? due : 0,
    billing_reason: reason,
    created: clock(state),
    currency: "usd",
    customer: subscription.customer,
    livemode: false,
    number: `STANDIN-${String(Object.keys(state.invoices).length + 1).padStart(4, "0")}`,
    parent: { type: "subscription_details", quote_details: null, subscription_details: details },
    status: paid ? "paid" : "open",
    total: due,
  };
  state.invoices[invoice.id] = invoice;
  subscription.latest_invoice = invoice.id;
  recordEvent(state, paid ? "invoice.paid" : "invoice.payment_failed", invoice);
  return invoice;
}
