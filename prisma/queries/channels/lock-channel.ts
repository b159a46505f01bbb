import type { Transaction } from "#prisma/client.ts";
import type { ChannelKind, ChannelStop } from "#prisma/generated/enums.ts";
import { DomainError } from "#worker/core/errors.ts";

type Locked = {
  kind: ChannelKind;
  allSites: boolean;
  stoppedBy: ChannelStop | null;
  secretKeyId: string | null;
  secretSealed: string | null;
};

/** Locks a Channel of a Team until the transaction ends. @throws DomainError `not-found`, also when it was removed. */
export async function lockChannel(
  tx: Transaction,
  { teamId, channelId }: { teamId: string; channelId: string },
): Promise<Locked> {
  const [channel] = await tx.$queryRaw<Locked[]>`
    SELECT "kind"::text AS "kind", "allSites", "stoppedBy"::text AS "stoppedBy", "secretKeyId", "secretSealed" FROM "Channel"
    WHERE "id" = ${channelId} AND "teamId" = ${teamId} AND "removedAt" IS NULL FOR UPDATE`;
  if (!channel) throw new DomainError("not-found", "This channel is no longer in your list.");
  return channel;
}
