import { z } from "zod";
import { recordEvent } from "#test/stripe/events.ts";
import type { CreditNote } from "#test/stripe/objects.ts";
import { clock, makeId } from "#test/stripe/state.ts";
import { missing, StripeFault } from "#test/stripe/stripe-fault.ts";
import { pageOf, type Route } from "./route.ts";

const page = { limit: z.string().optional(), starting_after: z.string().optional() };
const invoiceQuery = z.strictObject({
  customer: z.string().optional(),
  subscription: z.string().optional(),
  status: z.enum(["draft", "open", "paid", "uncollectible", "void"]).optional(),
  ...page,
});
const noteQuery = z.strictObject({ invoice: z.string().optional(), customer: z.string().optional(), ...page });
const creation = z.strictObject({
  invoice: z.string(),
  amount: z.coerce.number().int().positive(),
  refund_amount: z.coerce.number().int().nonnegative().default(0),
  reason: z.enum(["duplicate", "fraudulent", "order_change", "product_unsatisfactory"]).optional(),
  memo: z.string().max(5_000).optional(),
  metadata: z.record(z.string().max(40), z.string().max(500)).default({}),
});

/** Invoices, and the credit notes that refund a part of them. Credits to a customer's balance are not played. */
export const invoiceRoutes: Route[] = [
  {
    method: "GET",
    pattern: /^\/v1\/invoices$/,
    answer({ state, parameters, publicUrl }) {
      const { customer, subscription, status, ...wanted } = invoiceQuery.parse(parameters);
      const found = Object.values(state.invoices).filter(
        (invoice) =>
          (!customer || invoice.customer === customer) &&
          (!subscription || invoice.parent.subscription_details.subscription === subscription) &&
          (!status || invoice.status === status),
      );
      const hosted = found.map((invoice) => ({ ...invoice, hosted_invoice_url: `${publicUrl}/invoice/${invoice.id}` }));
      return pageOf("/v1/invoices", hosted.reverse(), wanted);
    },
  },
  {
    method: "POST",
    pattern: /^\/v1\/credit_notes$/,
    answer({ state, parameters }) {
      const { invoice: invoiceId, amount, refund_amount, reason = null, memo = null, metadata } = creation.parse(parameters);
      const invoice = state.invoices[invoiceId];
      if (!invoice) throw missing("invoice", invoiceId, "invoice");
      if (invoice.status !== "paid") throw new StripeFault(400, "A refund needs a paid invoice.", { param: "refund_amount" });
      if (refund_amount !== amount)
        throw new StripeFault(
          400,
          "The sum of credit amount, refund amount and out of band amount must equal the credit note amount.",
        );
      const left = invoice.amount_paid - invoice.post_payment_credit_notes_amount;
      if (amount > left)
        throw new StripeFault(400, `The amount is greater than what is left of the invoice: ${left}.`, { param: "amount" });
      const note: CreditNote = {
        ...{ id: makeId("cn"), object: "credit_note", amount, created: clock(state), currency: invoice.currency },
        ...{ customer: invoice.customer, invoice: invoiceId, livemode: false, memo, metadata, reason, status: "issued" },
        refunds: [{ amount_refunded: refund_amount, refund: makeId("re") }],
      };
      state.creditNotes[note.id] = note;
      invoice.post_payment_credit_notes_amount += amount;
      recordEvent(state, "credit_note.created", note);
      return note;
    },
  },
  {
    method: "GET",
    pattern: /^\/v1\/credit_notes$/,
    answer({ state, parameters }) {
      const { invoice, customer, ...wanted } = noteQuery.parse(parameters);
      const found = Object.values(state.creditNotes).filter(
        (note) => (!invoice || note.invoice === invoice) && (!customer || note.customer === customer),
      );
      return pageOf("/v1/credit_notes", found.reverse(), wanted);
    },
  },
];
