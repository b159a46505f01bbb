import { recordEvent } from "./events.ts";
import type { Invoice, InvoiceLine, Subscription } from "./objects.ts";
import { clock, makeId, type State } from "./state.ts";

/** Bills a subscription and records if that was paid. No money moves. */
export function billSubscription(
  state: State,
  subscription: Subscription,
  { reason, paid }: { reason: Invoice["billing_reason"]; paid: boolean },
): Invoice {
  const due = subscription.items.data.reduce((sum, item) => sum + item.price.unit_amount * item.quantity, 0);
  const id = makeId("in");
  const details = { metadata: subscription.metadata, subscription: subscription.id };
  const invoice: Invoice = {
    id,
    object: "invoice",
    amount_due: due,
    amount_paid: paid ? due : 0,
    billing_reason: reason,
    created: clock(state),
    currency: "usd",
    customer: subscription.customer,
    lines: { object: "list", data: linesOf(subscription), has_more: false, url: `/v1/invoices/${id}/lines` },
    livemode: false,
    number: `STANDIN-${String(Object.keys(state.invoices).length + 1).padStart(4, "0")}`,
    post_payment_credit_notes_amount: 0,
    parent: { type: "subscription_details", quote_details: null, subscription_details: details },
    status: paid ? "paid" : "open",
    total: due,
  };
  state.invoices[invoice.id] = invoice;
  subscription.latest_invoice = invoice.id;
  recordEvent(state, paid ? "invoice.paid" : "invoice.payment_failed", invoice);
  return invoice;
}

/** Returns a line for each item, for the whole of its period. */
function linesOf({ id: subscription, items }: Subscription): InvoiceLine[] {
  return items.data.map(({ price, quantity, current_period_start: start, current_period_end: end }) => ({
    ...{ id: makeId("il"), object: "line_item", amount: price.unit_amount * quantity, currency: "usd" },
    ...{ discount_amounts: [], period: { start, end }, subscription, taxes: [] },
  }));
}
