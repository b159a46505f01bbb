import type { Prisma, Transaction } from "#prisma/client.ts";
import type { DeliveryKind } from "#prisma/generated/enums.ts";
import { enqueueDelivery, type Queue } from "#prisma/queue.ts";

/** `dedupeKey` names the message for all time: writing it again is a no-op. `payload` has the shape that the mail's template takes. */
type NewDelivery = {
  kind: DeliveryKind;
  email: string;
  siteId: string | null;
  dedupeKey: string;
  payload: Prisma.InputJsonObject;
  /** Absent: pending. A refused one is never sent. */
  state?: "pending" | "refused";
};

/** Writes a message to be sent, together with the job that sends it, in the caller's transaction. */
export async function writeDelivery(tx: Transaction, queue: Queue, delivery: NewDelivery): Promise<void> {
  const written = await tx.delivery.createManyAndReturn({ data: [delivery], skipDuplicates: true, select: { id: true } });
  for (const { id } of written) await enqueueDelivery(queue, tx, id);
}
