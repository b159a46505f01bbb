import type { Database } from "#prisma/client.ts";
import { dropWaitingMessages } from "./drop-waiting-messages.ts";
import { lockChannel } from "./lock-channel.ts";

type Wanted = { teamId: string; channelId: string };

/** Pauses a Channel. What waits is not sent. @throws DomainError `not-found` when the Team has no such Channel. */
export async function pauseChannel(db: Database, wanted: Wanted, now: Date): Promise<void> {
  const { channelId } = wanted;
  await db.$transaction(async (tx) => {
    const { stoppedBy } = await lockChannel(tx, wanted);
    if (stoppedBy !== null) return;
    await tx.channel.update({ where: { id: channelId }, data: { stoppedBy: "person", stoppedAt: now } });
    await dropWaitingMessages(tx, channelId, "The channel was paused before this message was sent.");
  });
}

/** Resumes a Channel, with events from now on. @throws DomainError `not-found` when the Team has no such Channel. */
export async function resumeChannel(db: Database, wanted: Wanted): Promise<void> {
  const { channelId, teamId } = wanted;
  await db.$transaction(async (tx) => {
    const { stoppedBy, allSites } = await lockChannel(tx, wanted);
    if (stoppedBy === null) return;
    await tx.channel.update({ where: { id: channelId }, data: { stoppedBy: null, stoppedAt: null, failingSince: null } });
    await dropWaitingMessages(tx, channelId, "The channel was switched off before this message was sent.");
    await tx.$executeRaw`
      INSERT INTO "ChannelSite" ("channelId", "siteId", "toldUpTo")
      SELECT ${channelId}, site."id", COALESCE((SELECT MAX("id") FROM "IssueEvent" WHERE "siteId" = site."id"), 0)
      FROM "Site" AS site WHERE site."teamId" = ${teamId} AND (${allSites} OR EXISTS (
        SELECT 1 FROM "ChannelSite" WHERE "channelId" = ${channelId} AND "siteId" = site."id"))
      ON CONFLICT ("channelId", "siteId") DO UPDATE SET "toldUpTo" = GREATEST("ChannelSite"."toldUpTo", EXCLUDED."toldUpTo")`;
  });
}
