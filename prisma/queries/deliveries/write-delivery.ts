import type { Prisma, Transaction } from "#prisma/client.ts";
import type { DeliveryKind } from "#prisma/generated/enums.ts";
import { enqueueDelivery, type Queue } from "#prisma/queue.ts";
import { currentLogContext } from "#worker/telemetry/log-context.ts";
import { isAwaited } from "./is-awaited.ts";

/**
 * `dedupeKey` identifies the message permanently: writing it again is a no-op. `payload` has the shape that the mail's template
 * expects.
 */
type NewDelivery = {
  kind: DeliveryKind;
  email: string;
  siteId: string | null;
  /** The Team of a summary, which is about several Sites. */
  teamId?: string;
  dedupeKey: string;
  payload: Prisma.InputJsonObject;
  /** When it is sent first. Default: at once. */
  nextAttemptAt?: Date;
  /** Default: pending. A refused one is never sent. */
  state?: "pending" | "refused";
  /** The marks of the Recipients before a digest: see ../suppressions/rewind-marks.ts. */
  marks?: { recipientId: string; from: string }[];
};

/** Writes a message, together with the job that sends it, in the caller's transaction. */
export async function writeDelivery(tx: Transaction, queue: Queue, delivery: NewDelivery): Promise<void> {
  const traceparent = currentLogContext().traceparent ?? null;
  const written = await tx.delivery.createManyAndReturn({
    data: [{ ...delivery, traceparent }],
    skipDuplicates: true,
    select: { id: true },
  });
  for (const { id } of written) await enqueueDelivery(queue, tx, { id, isAwaited: isAwaited(delivery.kind) });
}
