import { missing } from "#test/stripe/stripe-fault.ts";
import type { Page } from "./page.ts";
import { dollars, escapeHtml, pageFrame } from "./page-frame.ts";

/** An invoice as a customer sees it. */
export const invoicePage: Page = {
  pattern: /^\/invoice\/([^/]+)$/,
  answer({ state, id }) {
    const invoice = state.invoices[id];
    if (!invoice) throw missing("invoice", id);
    const day = new Date(invoice.created * 1000).toISOString().slice(0, 10);
    return {
      html: pageFrame(
        `Invoice ${invoice.number}`,
        `<div class="card"><h1>Invoice ${escapeHtml(invoice.number)}</h1><p><span class="price">${dollars(invoice.total)}</span></p>
<p class="muted">${day}, ${invoice.status}</p></div>`,
      ),
    };
  },
};
