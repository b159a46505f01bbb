import type { Database } from "#prisma/client.ts";
import type { ChannelKind } from "#prisma/generated/enums.ts";
import { enqueueChannelDelivery, type Queue } from "#prisma/queue.ts";
import { isSwitchedOn } from "../operating/is-switched-on.ts";
import { SEALED_COLUMNS, type SealedChannel } from "./channel-secrets.ts";

/** Lifetime of a lease: longer than the slowest request and the attempts to record its outcome. */
const LEASE_MS = 5 * 60_000;
/** Messages announced in one call. */
const BATCH = 500;

export type ClaimedChannelDelivery = {
  id: string;
  payload: unknown;
  /** Number of this attempt, from 1. */
  attempts: number;
  createdAt: Date;
  channel: SealedChannel & { teamId: string; kind: ChannelKind; name: string };
};

/** Channels that get messages. */
const ACTIVE = { stoppedAt: null, removedAt: null } as const;

/**
 * Claims a message that is due, for one attempt at sending it. Returns null when another worker holds it, it is sent, failed or not due, its
 * Channel is stopped, or mails and messages are switched off.
 */
export async function claimChannelDelivery(
  db: Database,
  deliveryId: string,
  now: Date,
): Promise<ClaimedChannelDelivery | null> {
  if (!(await isSwitchedOn(db, "mails"))) return null;
  // Conditions on the row itself, which PostgreSQL checks again after it waited for another worker's claim.
  const count = await db.$executeRaw`
    UPDATE "ChannelDelivery" AS delivery
    SET "state" = 'sending', "attempts" = delivery."attempts" + 1, "nextAttemptAt" = ${new Date(now.getTime() + LEASE_MS)}
    FROM "Channel" AS channel
    WHERE delivery."id" = ${deliveryId} AND delivery."state" IN ('pending', 'sending') AND delivery."nextAttemptAt" <= ${now}
      AND channel."id" = delivery."channelId" AND channel."stoppedAt" IS NULL AND channel."removedAt" IS NULL`;
  if (count === 0) return null;
  return db.channelDelivery.findUnique({
    where: { id: deliveryId },
    select: {
      ...{ id: true, payload: true, attempts: true, createdAt: true },
      channel: { select: { ...SEALED_COLUMNS, teamId: true, kind: true, name: true } },
    },
  });
}

/** Announces every message that is due: postponed, left by a dead worker, or never claimed; none while they are switched off. Returns the number. */
export async function announceDueChannelDeliveries(db: Database, queue: Queue, now: Date): Promise<number> {
  if (!(await isSwitchedOn(db, "mails"))) return 0;
  return db.$transaction(async (tx) => {
    const due = await tx.channelDelivery.findMany({
      where: { state: { in: ["pending", "sending"] }, nextAttemptAt: { lte: now }, channel: ACTIVE },
      orderBy: { nextAttemptAt: "asc" },
      take: BATCH,
      select: { id: true },
    });
    for (const { id } of due) await enqueueChannelDelivery(queue, tx, id);
    return due.length;
  });
}
