import { Suspense } from "react";
import { Badge } from "#app/_components/badge.tsx";
import { Banner } from "#app/_components/banner.tsx";
import { DayInWords } from "#app/_components/day-in-words.tsx";
import { WebLink } from "#app/_components/web-link.tsx";
import { type InvoiceView, listInvoices } from "#app/_lib/stripe/list-invoices.ts";
import { getStripe } from "#app/_lib/stripe/stripe.ts";
import { withStripe } from "#app/_lib/stripe/with-stripe.ts";
import { DomainError } from "#worker/core/errors.ts";

/** The latest invoices of a Team. The rest of the page does not wait for Stripe's answer. */
export function Invoices({ customerId }: { customerId: string }) {
  return (
    <section aria-labelledby="invoices">
      <h2 id="invoices" className="mb-3 text-lg font-semibold">
        Invoices
      </h2>
      <Suspense fallback={<p className="text-muted">Reading the invoices …</p>}>
        <InvoiceList customerId={customerId} />
      </Suspense>
    </section>
  );
}

async function InvoiceList({ customerId }: { customerId: string }) {
  const invoices = await read(customerId);
  if (typeof invoices === "string") return <Banner tone="warning">{invoices}</Banner>;
  if (invoices.length === 0) return <p className="text-muted">There is no invoice yet.</p>;
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
      {invoices.map((invoice) => (
        <InvoiceRow key={invoice.id} invoice={invoice} />
      ))}
    </ul>
  );
}

/** Returns the invoices, or the sentence that says why there are none. */
async function read(customerId: string): Promise<InvoiceView[] | string> {
  const sentence = "The payment service does not answer, so we cannot list your invoices now. Reload the page in a minute.";
  try {
    return await withStripe(sentence, () => listInvoices(getStripe(), customerId));
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}

const STATUS = { paid: "Paid", open: "Not paid", void: "Void" } as const;

function InvoiceRow({ invoice: { number, at, amount, currency, status, url } }: { invoice: InvoiceView }) {
  const price = new Intl.NumberFormat("en-US", { style: "currency", currency });
  const unit = 10 ** (price.resolvedOptions().maximumFractionDigits ?? 2);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
      <span className="min-w-36 flex-1">
        <DayInWords at={at} />
      </span>
      <span className="tabular-nums">{price.format(amount / unit)}</span>
      <Badge tone={status === "paid" ? "success" : status === "void" ? "neutral" : "danger"}>{STATUS[status]}</Badge>
      {url && (
        <WebLink href={url} className="text-link">
          Invoice {number}
        </WebLink>
      )}
    </li>
  );
}
