import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { lockChannel } from "./lock-channel.ts";

type Wanted = { teamId: string; channelId: string };

/** Removes a Channel. It gets nothing more, and can be restored for a day. @throws DomainError `not-found`. */
export async function removeChannel(db: Database, wanted: Wanted, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockChannel(tx, wanted);
    await tx.channel.update({ where: { id: wanted.channelId }, data: { removedAt: now } });
  });
}

/** Restores a Channel as it was. What waited is sent. @throws DomainError `not-found` when it was deleted for good. */
export async function restoreChannel(db: Database, { teamId, channelId }: Wanted): Promise<void> {
  const { count } = await db.channel.updateMany({
    where: { id: channelId, teamId, removedAt: { not: null } },
    data: { removedAt: null },
  });
  if (count === 0) throw new DomainError("not-found", "This channel can no longer be restored. Add it again.");
}
