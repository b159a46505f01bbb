import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { Refund } from "#worker/core/winding-down/unused-time.ts";
import { type Acting, recordOperatorAction } from "../operating/record-operator-action.ts";

type Known = { id: string; customerId: string };

/** A subscription that is to be cancelled and paid back, with what is left to do. */
export type OpenSettlement = Known & {
  plannedAt: Date | null;
  cancelledAt: Date | null;
  refunds: (Refund & { refundedAt: Date | null; refusals: number })[];
};

/** Records that a renewal was stopped. The first time counts. */
export async function recordStopped(db: Database, { id, customerId }: Known, now: Date): Promise<void> {
  await db.windDownSubscription.createMany({ data: [{ id, customerId }], skipDuplicates: true });
  await db.windDownSubscription.updateMany({ where: { id, stoppedAt: null }, data: { stoppedAt: now } });
}

/** Returns the subscriptions whose renewal the closing has stopped, and that it has not cancelled. */
export async function findStopped(db: Database): Promise<Known[]> {
  return db.windDownSubscription.findMany({
    where: { stoppedAt: { not: null }, cancelledAt: null },
    orderBy: { id: "asc" },
    select: { id: true, customerId: true },
  });
}

/** Records that a subscription goes on as before. */
export async function recordResumed(db: Database, id: string): Promise<void> {
  await db.windDownSubscription.updateMany({ where: { id }, data: { stoppedAt: null } });
}

/** Notes subscriptions that are to be cancelled. */
export async function noteSubscriptions(db: Database, subscriptions: readonly Known[]): Promise<void> {
  await db.windDownSubscription.createMany({
    data: subscriptions.map(({ id, customerId }) => ({ id, customerId })),
    skipDuplicates: true,
  });
}

/** Returns the subscriptions that are not cancelled and paid back yet; with `id`, that one. */
export async function findUnsettled(db: Database, id?: string): Promise<OpenSettlement[]> {
  return db.windDownSubscription.findMany({
    where: { settledAt: null, ...(id === undefined ? {} : { id }) },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, customerId: true, plannedAt: true, cancelledAt: true },
      refunds: {
        select: { invoiceId: true, amount: true, currency: true, refundedAt: true, refusals: true },
        orderBy: { invoiceId: "asc" },
      },
    },
  });
}

/** Records the refunds of a subscription, once: what was paid back meanwhile must not change them. Returns false if they were planned before. */
export async function planRefunds(
  db: Database,
  { id, refunds, now }: { id: string; refunds: readonly Refund[]; now: Date },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.windDownSubscription.updateMany({ where: { id, plannedAt: null }, data: { plannedAt: now } });
    if (count === 0) return false;
    await tx.windDownRefund.createMany({ data: refunds.map((refund) => ({ ...refund, subscriptionId: id })) });
    return true;
  });
}

export async function recordCancelled(db: Database, id: string, now: Date): Promise<void> {
  await db.windDownSubscription.updateMany({ where: { id, cancelledAt: null }, data: { cancelledAt: now } });
}

/** Records that a refund was paid. */
export async function recordRefunded(
  db: Database,
  { invoiceId, creditNoteId, now }: { invoiceId: string; creditNoteId: string; now: Date },
): Promise<void> {
  await db.windDownRefund.updateMany({ where: { invoiceId, refundedAt: null }, data: { creditNoteId, refundedAt: now } });
}

/** Counts that Stripe refused a refund, so that the next attempt is a new request and not the old answer. */
export async function recordRefusal(db: Database, invoiceId: string): Promise<void> {
  await db.windDownRefund.updateMany({ where: { invoiceId, refundedAt: null }, data: { refusals: { increment: 1 } } });
}

/** Records that everything about a subscription is done. */
export async function recordSettled(db: Database, id: string, now: Date): Promise<void> {
  await db.windDownSubscription.updateMany({
    where: { id, settledAt: null, refunds: { every: { refundedAt: { not: null } } } },
    data: { settledAt: now, failure: null },
  });
}

/** Records why an attempt failed, for the operator. */
export async function recordWindDownFailure(db: Database, id: string, failure: string): Promise<void> {
  await db.windDownSubscription.updateMany({ where: { id }, data: { failure } });
}

/**
 * Records that the rest of a subscription's refunds was paid outside Stripe, which refuses them, or does not know the subscription.
 * @throws DomainError `conflict` if it is neither cancelled nor refused
 */
export async function settleOutside(db: Database, { id, operator, now }: Acting & { id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.windDownSubscription.updateMany({
      where: { id, settledAt: null, OR: [{ cancelledAt: { not: null } }, { failure: { not: null } }] },
      data: { settledAt: now, failure: null },
    });
    if (count === 0)
      throw new DomainError(
        "conflict",
        `There is no subscription ${id} that Stripe has refused to cancel or to pay back. Nothing was changed.`,
      );
    await tx.windDownRefund.updateMany({ where: { subscriptionId: id, refundedAt: null }, data: { refundedAt: now } });
    await recordOperatorAction(tx, { operator, now, kind: "wind_down_settled", subject: id });
  });
}
