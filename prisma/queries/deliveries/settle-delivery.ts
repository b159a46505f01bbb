import type { Database, Prisma, Transaction } from "#prisma/client.ts";
import { storable } from "#prisma/stored-json.ts";

type Attempt = { id: string; attempts: number };
export type StoredMail = {
  email: string;
  from: string;
  subject: string;
  html: string;
  text: string;
  headers: Prisma.InputJsonObject;
};

/** Marks a Delivery as sent and deletes the secrets of its links. */
export async function markSent(db: Transaction, { id, attempts }: Attempt, now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE "Delivery" SET "state" = 'sent', "sentAt" = ${now}, "lastError" = NULL, "payload" = "payload" - 'url' - 'recipientToken'
    WHERE "id" = ${id} AND "state" = 'sending' AND "attempts" = ${attempts}`;
}

/** Stores the message for the Mailbox page and marks it as sent. */
export async function saveToMailbox(db: Database, attempt: Attempt, mail: StoredMail, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.mailboxMessage.createMany({ data: [{ deliveryId: attempt.id, ...mail, createdAt: now }], skipDuplicates: true });
    await markSent(tx, attempt, now);
  });
}

/** Schedules another attempt at `nextAttemptAt`. */
export async function postpone(db: Database, { id, attempts }: Attempt, reason: string, nextAttemptAt: Date): Promise<void> {
  await db.delivery.updateMany({
    where: { id, attempts, state: "sending" },
    data: { state: "pending", lastError: storable(reason), nextAttemptAt },
  });
}

/**
 * Marks a Delivery as refused, because the server will never accept it or the attempts ran out, and deletes the secrets of its
 * links.
 */
export async function markRefused(db: Database | Transaction, { id, attempts }: Attempt, reason: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Delivery" SET "state" = 'refused', "lastError" = ${storable(reason)}, "payload" = "payload" - 'url' - 'recipientToken'
    WHERE "id" = ${id} AND "state" = 'sending' AND "attempts" = ${attempts}`;
}
