import type { Database } from "#prisma/client.ts";
import { SHOWN_DELIVERIES } from "./find-channels.ts";

const RESTORABLE_MS = 86_400_000;

/** Deletes messages that the list no longer shows, and removed Channels that can no longer be restored. Returns the number of rows. */
export async function forgetChannels(db: Database, now: Date): Promise<number> {
  const deliveries = await db.$executeRaw`
    DELETE FROM "ChannelDelivery" WHERE "id" IN (
      SELECT "id" FROM (
        SELECT "id", "state", ROW_NUMBER() OVER (PARTITION BY "channelId" ORDER BY "createdAt" DESC, "id" DESC) AS "rank"
        FROM "ChannelDelivery") AS ranked
      WHERE ranked."rank" > ${SHOWN_DELIVERIES} AND ranked."state" IN ('sent', 'failed'))`;
  const before = new Date(now.getTime() - RESTORABLE_MS);
  const { count } = await db.channel.deleteMany({ where: { removedAt: { lt: before } } });
  return deliveries + count;
}
