import { findUnsettled } from "#prisma/queries/winding-down/wind-down-subscriptions.ts";
import type { Money } from "#worker/core/operating/monthly-revenue.ts";
import { type Refund, refundUnusedTime } from "#worker/core/winding-down/unused-time.ts";
import type { BillingDependencies } from "../stripe/sync-subscription.ts";
import { findOwnSubscriptions, renews } from "./find-own-subscriptions.ts";
import { readPaidInvoices } from "./read-paid-invoices.ts";

/** The subscriptions that have not ended, those that would renew, and what `end` would give back: its number and its sums by currency. */
export type SubscriptionPreview = { running: number; renewing: number; refunds: number; amounts: Money[] };

type Dependencies = Pick<BillingDependencies, "db" | "stripe">;

/** Looks at the subscriptions of our Teams. `end` null: without refunds, which takes a request to Stripe for each. Changes nothing. */
export async function previewSubscriptions(dependencies: Dependencies, end: Date | null): Promise<SubscriptionPreview> {
  const { db, stripe } = dependencies;
  const unsettled = end === null ? [] : await findUnsettled(db);
  const planned = new Set(unsettled.filter(({ plannedAt }) => plannedAt !== null).map(({ id }) => id));
  const refunds: Refund[] = unsettled.flatMap((each) => each.refunds.filter(({ refundedAt }) => refundedAt === null));
  let [running, renewing] = [0, 0];
  for await (const { id, subscription } of findOwnSubscriptions(dependencies)) {
    running += 1;
    if (renews(subscription)) renewing += 1;
    if (end !== null && !planned.has(id)) refunds.push(...refundUnusedTime(await readPaidInvoices(stripe, id), end));
  }
  return { running, renewing, refunds: refunds.length, amounts: sumUp(refunds) };
}

function sumUp(refunds: readonly Refund[]): Money[] {
  const sums = new Map<string, number>();
  for (const { currency, amount } of refunds) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].map(([currency, amount]) => ({ currency, amount }));
}
