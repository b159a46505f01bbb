import type Stripe from "stripe";
import type { PaidInvoice, PaidLine } from "#worker/core/winding-down/unused-time.ts";

/** Returns the paid invoices of a subscription with their lines. */
export async function readPaidInvoices(stripe: Stripe, subscription: string): Promise<PaidInvoice[]> {
  const invoices: PaidInvoice[] = [];
  for await (const invoice of stripe.invoices.list({ subscription, status: "paid", limit: 100 })) {
    invoices.push({
      id: invoice.id,
      currency: invoice.currency,
      paid: invoice.amount_paid,
      credited: invoice.post_payment_credit_notes_amount,
      at: toDate(invoice.created),
      lines: await readLines(stripe, invoice),
    });
  }
  return invoices;
}

/** Reads all lines: the list of invoices has the first ones of each only. */
async function readLines(stripe: Stripe, { id, lines }: Stripe.Invoice): Promise<PaidLine[]> {
  if (!lines.has_more) return lines.data.map(lineOf);
  const all: PaidLine[] = [];
  for await (const line of stripe.invoices.listLineItems(id, { limit: 100 })) all.push(lineOf(line));
  return all;
}

function lineOf({ amount, discount_amounts, taxes, period }: Stripe.InvoiceLineItem): PaidLine {
  const discounts = (discount_amounts ?? []).reduce((sum, discount) => sum + discount.amount, 0);
  const added = (taxes ?? []).filter(({ tax_behavior }) => tax_behavior === "exclusive");
  return {
    amount: amount - discounts + added.reduce((sum, tax) => sum + tax.amount, 0),
    from: toDate(period.start),
    to: toDate(period.end),
  };
}

function toDate(seconds: number): Date {
  return new Date(seconds * 1000);
}
