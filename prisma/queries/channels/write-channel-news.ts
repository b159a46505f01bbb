import type { Prisma, Transaction } from "#prisma/client.ts";
import { enqueueChannelDelivery, type Queue } from "#prisma/queue.ts";
import { type ChannelNews, newsHeadline } from "#worker/core/channels/channel-news.ts";

/** `key` names the news permanently, so that each Channel gets it once. */
type News = {
  siteId: string;
  key: string;
  /** Returns the news after an IssueEvent; null if there is none. */
  newsSince(toldUpTo: bigint): Promise<ChannelNews | null>;
};

/** A Channel that covers a Site. A stopped one gets no messages, and what happens meanwhile is skipped. */
type Listener = { id: string; toldUpTo: bigint; isStopped: boolean };

/**
 * Writes news of a Site to each Channel that covers it, and moves the Channels' marks forward, in the transaction that records the news: so
 * each change is sent once. A Channel without news gets no message.
 */
export async function writeChannelNews(tx: Transaction, queue: Queue, { siteId, key, newsSince }: News): Promise<void> {
  const listeners = await findListeners(tx, siteId);
  if (listeners.length === 0) return;
  for (const { id: channelId, toldUpTo, isStopped } of listeners) {
    const news = isStopped ? null : await newsSince(toldUpTo);
    if (news) await writeMessage(tx, queue, { channelId, siteId, dedupeKey: `${key}:${channelId}`, news });
  }
  await tx.$executeRaw`
    INSERT INTO "ChannelSite" ("channelId", "siteId", "toldUpTo")
    SELECT listener."id", ${siteId}, COALESCE((SELECT MAX("id") FROM "IssueEvent" WHERE "siteId" = ${siteId}), 0)
    FROM unnest(${listeners.map(({ id }) => id)}::text[]) AS listener("id")
    ON CONFLICT ("channelId", "siteId") DO UPDATE SET "toldUpTo" = GREATEST("ChannelSite"."toldUpTo", EXCLUDED."toldUpTo")`;
}

/** Ordered by id, so that two Crawls that end at the same time cannot deadlock. Locked, so that their Sites stay the same meanwhile. */
async function findListeners(tx: Transaction, siteId: string): Promise<Listener[]> {
  return tx.$queryRaw<Listener[]>`
    SELECT channel."id", COALESCE(covered."toldUpTo", 0) AS "toldUpTo",
      channel."stoppedAt" IS NOT NULL OR channel."removedAt" IS NOT NULL AS "isStopped"
    FROM "Site" AS site JOIN "Channel" AS channel ON channel."teamId" = site."teamId"
    LEFT JOIN "ChannelSite" AS covered ON covered."channelId" = channel."id" AND covered."siteId" = site."id"
    WHERE site."id" = ${siteId} AND (channel."allSites" OR covered."siteId" IS NOT NULL)
    ORDER BY channel."id" FOR KEY SHARE OF channel`;
}

type Message = { channelId: string; siteId: string; dedupeKey: string; news: ChannelNews };

async function writeMessage(tx: Transaction, queue: Queue, { news, ...message }: Message): Promise<void> {
  const written = await tx.channelDelivery.createManyAndReturn({
    data: [{ ...message, kind: news.kind, about: newsHeadline(news), payload: news satisfies Prisma.InputJsonObject }],
    skipDuplicates: true,
    select: { id: true },
  });
  for (const { id } of written) await enqueueChannelDelivery(queue, tx, id);
}
