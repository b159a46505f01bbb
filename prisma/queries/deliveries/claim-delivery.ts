import type { Database, Transaction } from "#prisma/client.ts";
import type { DeliveryKind } from "#prisma/generated/enums.ts";
import { enqueueDeliveries, type Queue } from "#prisma/queue.ts";
import type { SwitchName } from "#worker/core/operating/switches.ts";
import { isSwitchedOn } from "../operating/is-switched-on.ts";
import { findDue } from "./find-due.ts";

/** Lifetime of a Delivery's lease: longer than the mailer waits for the slowest server. */
const LEASE_MS = 15 * 60_000;
/** The switch that stops all mail. */
const MAILS = "mails" satisfies SwitchName;
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
  /** Span that wrote it: see worker/telemetry/tracing.ts. */
  traceparent: string | null;
  /** True if the address gets no reports: see ../suppressions/withhold-delivery.ts. */
  isSuppressed: boolean;
};

/**
 * Claims a Delivery that is due, for one attempt at sending it. Returns null when another worker holds it, or it is sent,
 * refused or not due, and while mails are switched off. With a limit of mails a day it claims the first that is due of all, or none while the limit is reached.
 */
export async function claimDelivery(
  db: Database,
  deliveryId: string,
  now: Date,
  perDay?: number | null,
): Promise<ClaimedDelivery | null> {
  if (perDay === null || perDay === undefined) return claim(db, deliveryId, now);
  if (!(await isSwitchedOn(db, MAILS))) return null;
  return db.$transaction(async (tx) => {
    // One at a time, so that two workers cannot both send the day's last mail.
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('Flawless: mails a day'))`;
    const [first] = await findDue(tx, { now, perDay, take: 1 });
    return first === undefined ? null : claim(tx, first.id, now);
  });
}

async function claim(db: Database | Transaction, id: string, now: Date): Promise<ClaimedDelivery | null> {
  const lease = new Date(now.getTime() + LEASE_MS);
  // One statement, because a worker sends many mails. The switch is read in it, so that it holds at once.
  const [delivery] = await db.$queryRaw<ClaimedDelivery[]>`
    UPDATE "Delivery" SET "state" = 'sending', "attempts" = "attempts" + 1, "nextAttemptAt" = ${lease}
    WHERE "id" = ${id} AND "state" IN ('pending', 'sending') AND "nextAttemptAt" <= ${now}
      AND NOT EXISTS (SELECT 1 FROM "Switch" WHERE "name" = ${MAILS} AND NOT "isOn")
    RETURNING "id", "kind", "email", "siteId", "teamId", "payload", "attempts", "createdAt", "traceparent",
      EXISTS (SELECT 1 FROM "MailSuppression" AS suppression WHERE suppression."email" = "Delivery"."email" AND "active")
        AS "isSuppressed"`;
  return delivery ?? null;
}

/**
 * Announces every Delivery that is due: postponed, left by a dead worker, or never claimed; with a limit of mails a day, those that may be
 * sent now; none while mails are switched off. Returns the number.
 */
export async function announceDueDeliveries(db: Database, queue: Queue, now: Date, perDay?: number | null): Promise<number> {
  if (!(await isSwitchedOn(db, MAILS))) return 0;
  return db.$transaction(async (tx) => {
    const due = await findDue(tx, { now, perDay: perDay ?? null, take: BATCH });
    await enqueueDeliveries(queue, tx, due);
    return due.length;
  });
}
