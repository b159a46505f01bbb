import type Stripe from "stripe";
import {
  findUnsettled,
  noteSubscriptions,
  type OpenSettlement,
  planRefunds,
  recordCancelled,
  recordRefunded,
  recordRefusal,
  recordSettled,
} from "#prisma/queries/winding-down/wind-down-subscriptions.ts";
import { refundUnusedTime } from "#worker/core/winding-down/unused-time.ts";
import { type BillingDependencies, isMissing, syncSubscription } from "../stripe/sync-subscription.ts";
import { type Attempts, attempt, isAboutOne } from "./attempt.ts";
import { findOwnSubscriptions } from "./find-own-subscriptions.ts";
import { readPaidInvoices } from "./read-paid-invoices.ts";

/** Subscriptions settled at a time, each with a few requests to Stripe. */
const AT_A_TIME = 4;
/** Marks our credit notes, so that one whose answer was lost is found again. */
const MARK = "flawless_wind_down";

type When = { end: Date; now: Date };

/**
 * Cancels every subscription of our Teams, and gives back what was paid for the time after `end`, by a credit note to the invoice. May be
 * repeated after an interruption at any point: no subscription is paid back twice.
 * @throws the error of Stripe when it does not answer.
 */
export async function settleSubscriptions(dependencies: BillingDependencies, when: When): Promise<Attempts> {
  const { db } = dependencies;
  const own = [];
  for await (const { id, customerId } of findOwnSubscriptions(dependencies)) own.push({ id, customerId });
  await noteSubscriptions(db, own);
  const unsettled = await findUnsettled(db);
  const attempts: Attempts = { done: 0, failures: [] };
  for (let first = 0; first < unsettled.length; first += AT_A_TIME) {
    const some = unsettled.slice(first, first + AT_A_TIME);
    const ends = await Promise.allSettled(
      some.map((each) => attempt({ db, id: each.id, attempts }, () => settle(dependencies, each, when))),
    );
    for (const ended of ends) if (ended.status === "rejected") throw ended.reason;
  }
  return attempts;
}

async function settle(dependencies: BillingDependencies, { id, customerId, ...known }: OpenSettlement, when: When) {
  const { db, stripe } = dependencies;
  const { end, now } = when;
  if (known.plannedAt === null) {
    const refunds = refundUnusedTime(await readPaidInvoices(stripe, id), end);
    await planRefunds(db, { id, refunds, now });
  }
  if (known.cancelledAt === null) {
    await cancel(stripe, id);
    await recordCancelled(db, id, now);
  }
  const refunds = (await findUnsettled(db, id))[0]?.refunds ?? [];
  for (const refund of refunds.filter(({ refundedAt }) => refundedAt === null)) {
    const creditNoteId = await giveBack(dependencies, { ...refund, subscriptionId: id });
    await recordRefunded(db, { invoiceId: refund.invoiceId, creditNoteId, now });
  }
  await syncSubscription(dependencies, { customerId });
  await recordSettled(db, id, now);
}

/** Cancels a subscription at once. One that has ended is as it should be. */
async function cancel(stripe: Stripe, id: string): Promise<void> {
  try {
    await stripe.subscriptions.cancel(id, { prorate: false, invoice_now: false });
  } catch (error) {
    if (!isMissing(error)) throw error;
    const { status } = await stripe.subscriptions.retrieve(id);
    if (status !== "canceled") throw error;
  }
}

type Wanted = OpenSettlement["refunds"][number] & { subscriptionId: string };

/**
 * Refunds a part of an invoice with a credit note, and returns its id. The idempotency key holds for a day; after that the mark on the credit note
 * tells that it was made.
 */
async function giveBack({ db, stripe }: BillingDependencies, { invoiceId, amount, refusals, subscriptionId }: Wanted) {
  for await (const note of stripe.creditNotes.list({ invoice: invoiceId, limit: 100 }))
    if (note.metadata?.[MARK] === subscriptionId && note.status === "issued") return note.id;
  try {
    const { id } = await stripe.creditNotes.create(
      {
        invoice: invoiceId,
        amount,
        refund_amount: amount,
        reason: "order_change",
        memo: "Flawless has closed. This is what you had paid for the time after its end.",
        metadata: { [MARK]: subscriptionId },
      },
      { idempotencyKey: `${MARK}-${invoiceId}-${refusals}` },
    );
    return id;
  } catch (error) {
    // Stripe would give the same answer to the same key, also when its cause is gone.
    if (isAboutOne(error)) await recordRefusal(db, invoiceId);
    throw error;
  }
}
