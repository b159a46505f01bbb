import type { Database } from "#prisma/client.ts";
import type { TakenMail } from "./read-mails.ts";

/** Returns the Message-ID of a Delivery. */
export const messageIdOf = (deliveryId: string) => `<${deliveryId}@127.0.0.1>`;

/** Finds mails that count as sent and were never taken, or the reverse. */
export async function findMailFaults(db: Database, all: readonly TakenMail[]): Promise<string[]> {
  const taken = new Set(all.map(({ messageId }) => messageId));
  const written = await db.delivery.findMany({ select: { id: true, state: true } });
  const lost = written.filter(({ id, state }) => state !== "sent" || !taken.has(messageIdOf(id)));
  const faults = lost.map(({ id, state }) => `Mail ${id} is ${state}, and the mail server has not got it.`);
  if (taken.size !== written.length) faults.push(`${taken.size} mails were taken, and ${written.length} written.`);
  return faults;
}
