/** A line of an invoice: its price after discounts and with taxes, negative for a credit, and the time that it is for. */
export type PaidLine = { amount: number; from: Date; to: Date };

/** A paid invoice. Amounts are in the smallest unit of `currency`. `credited`: what was given back of it before. */
export type PaidInvoice = {
  id: string;
  currency: string;
  paid: number;
  credited: number;
  at: Date;
  lines: readonly PaidLine[];
};

export type Refund = { invoiceId: string; amount: number; currency: string };

/** A fraction of a cent that is no more than a rounding fault. */
const NOISE = 1e-6;

/**
 * Returns what to give back for the time after `end` that one subscription has paid for, by invoice: the newest first, and of none more than
 * was paid. Each line counts by the share of its time that is unused, so that a change of Plan in between comes out right. Rounded up.
 */
export function refundUnusedTime(invoices: readonly PaidInvoice[], end: Date): Refund[] {
  const unused = invoices.reduce((sum, { lines }) => sum + lines.reduce((part, line) => part + unusedOf(line, end), 0), 0);
  let owed = Math.max(0, Math.ceil(unused - NOISE));
  return invoices
    .toSorted((one, other) => other.at.getTime() - one.at.getTime() || other.id.localeCompare(one.id))
    .flatMap(({ id, currency, paid, credited }) => {
      const amount = Math.min(owed, Math.max(0, paid - credited));
      owed -= amount;
      return amount > 0 ? [{ invoiceId: id, amount, currency }] : [];
    });
}

function unusedOf({ amount, from, to }: PaidLine, end: Date): number {
  if (to <= end) return 0;
  if (from >= end) return amount;
  return (amount * (to.getTime() - end.getTime())) / (to.getTime() - from.getTime());
}
