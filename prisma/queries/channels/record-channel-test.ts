import { randomUUID } from "node:crypto";
import type { Database } from "#prisma/client.ts";
import type { ChannelKind } from "#prisma/generated/enums.ts";
import { storable } from "#prisma/stored-json.ts";
import { SEALED_COLUMNS, type SealedChannel } from "./channel-secrets.ts";
import type { ChannelAttempt } from "./settle-channel-delivery.ts";

/** Returns the Channel that a test message goes to, also a stopped one; null if it was removed. */
export async function findChannelToTest(
  db: Database,
  channelId: string,
): Promise<(SealedChannel & { kind: ChannelKind }) | null> {
  return db.channel.findFirst({ where: { id: channelId, removedAt: null }, select: { ...SEALED_COLUMNS, kind: true } });
}

type Test = {
  deliveryId: string;
  channelId: string;
  addressSealed: string;
  isSent: boolean;
  attempt: ChannelAttempt;
  now: Date;
};

/** Records a test message in the list of deliveries. One that got through ends a series of failures; one that failed begins none. */
export async function recordChannelTest(
  db: Database,
  { deliveryId, channelId, addressSealed, isSent, attempt, now }: Test,
): Promise<void> {
  const { status, ms, answer } = attempt;
  await db.$transaction(async (tx) => {
    await tx.channelDelivery.create({
      data: {
        ...{
          id: deliveryId,
          channelId,
          kind: "test",
          dedupeKey: `test:${randomUUID()}`,
          about: "Test message",
        },
        ...{ payload: { kind: "test" }, state: isSent ? "sent" : "failed", attempts: 1, createdAt: now },
        ...{ triedAt: now, status, ms, answer: storable(answer) },
      },
    });
    if (isSent) await tx.channel.updateMany({ where: { id: channelId, addressSealed }, data: { failingSince: null } });
  });
}
