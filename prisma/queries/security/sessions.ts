import type { Database, Transaction } from "../../client.ts";

/** A request this soon after the last recorded one is not written. */
const SEEN_STEP_MS = 300_000;

type Seen = { sessionId: string; lastSeenAt: Date; now: Date };

/** Records when a session was last used, unless that was recorded a short time ago. */
export async function touchSession(db: Database, { sessionId, lastSeenAt, now }: Seen): Promise<void> {
  const before = new Date(now.getTime() - SEEN_STEP_MS);
  if (lastSeenAt >= before) return;
  await db.$executeRaw`UPDATE "Session" SET "lastSeenAt" = ${now} WHERE "id" = ${sessionId} AND "lastSeenAt" < ${before}`;
}

/**
 * Ends every session of a user but one, and removes trust from all browsers, which must enter a code again. Returns the number
 * ended.
 */
export async function endOtherSessions(
  tx: Transaction,
  { userId, keptId }: { userId: string; keptId: string },
): Promise<number> {
  await tx.trustedDevice.deleteMany({ where: { userId } });
  const { count } = await tx.session.deleteMany({ where: { userId, id: { not: keptId } } });
  return count;
}
