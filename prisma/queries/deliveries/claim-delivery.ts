import type { Database } from "#prisma/client.ts";
import type { DeliveryKind } from "#prisma/generated/enums.ts";
import { enqueueDelivery, type Queue } from "#prisma/queue.ts";

/** Lifetime of a Delivery's lease: longer than the mailer waits for the slowest server. */
const LEASE_MS = 15 * 60_000;
/** Deliveries announced in one call. */
const BATCH = 500;

export type ClaimedDelivery = {
  id: string;
  kind: DeliveryKind;
  email: string;
  siteId: string | null;
  teamId: string | null;
  payload: unknown;
  /** Number of this attempt, from 1. */
  attempts: number;
  createdAt: Date;
};

/**
 * Claims a Delivery that is due, for one attempt at sending it. Returns null when another worker holds it, or it is sent,
 * refused or not due.
 */
export async function claimDelivery(db: Database, deliveryId: string, now: Date): Promise<ClaimedDelivery | null> {
  const [delivery] = await db.delivery.updateManyAndReturn({
    where: { id: deliveryId, state: { in: ["pending", "sending"] }, nextAttemptAt: { lte: now } },
    data: { state: "sending", attempts: { increment: 1 }, nextAttemptAt: new Date(now.getTime() + LEASE_MS) },
    select: { id: true, kind: true, email: true, siteId: true, teamId: true, payload: true, attempts: true, createdAt: true },
  });
  return delivery ?? null;
}

/** Announces every Delivery that is due: postponed, left by a dead worker, or never claimed. Returns the number. */
export async function announceDueDeliveries(db: Database, queue: Queue, now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const due = await tx.delivery.findMany({
      where: { state: { in: ["pending", "sending"] }, nextAttemptAt: { lte: now } },
      orderBy: { nextAttemptAt: "asc" },
      take: BATCH,
      select: { id: true },
    });
    for (const { id } of due) await enqueueDelivery(queue, tx, id);
    return due.length;
  });
}
