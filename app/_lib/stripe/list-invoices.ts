import type Stripe from "stripe";
import { isMissing } from "./sync-subscription.ts";

/** An invoice as we list it. `amount` is in the smallest unit of `currency`. */
export type InvoiceView = {
  id: string;
  number: string | null;
  at: Date;
  amount: number;
  currency: string;
  status: "paid" | "open" | "void";
  /** Stripe's page of it, with its PDF. */
  url: string | null;
};

const SHOWN = 12;

/** Returns a customer's latest invoices, at most 100, without drafts; none for a customer that this Stripe does not know. */
export async function listInvoices(stripe: Stripe, customer: string, most = SHOWN): Promise<InvoiceView[]> {
  try {
    const { data } = await stripe.invoices.list({ customer, limit: most });
    return data.flatMap((invoice) => {
      const { status } = invoice;
      if (status === null || status === "draft") return [];
      return {
        id: invoice.id,
        number: invoice.number,
        at: new Date(invoice.created * 1000),
        amount: invoice.total,
        currency: invoice.currency,
        status: shownStatus(status),
        url: invoice.hosted_invoice_url ?? null,
      };
    });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Returns "open", too, for an invoice that Stripe gave up on, and for a status that we do not know. */
function shownStatus(status: string): InvoiceView["status"] {
  if (status === "paid") return "paid";
  return status === "void" ? "void" : "open";
}
