import type { Database, Transaction } from "../../client.ts";

/** A request within so long of the last one does not write. */
const SEEN_STEP_MS = 300_000;

/** Notes that a request came with a session. */
export async function touchSession(db: Database, { sessionId, now }: { sessionId: string; now: Date }): Promise<void> {
  const before = new Date(now.getTime() - SEEN_STEP_MS);
  await db.$executeRaw`UPDATE "Session" SET "lastSeenAt" = ${now} WHERE "id" = ${sessionId} AND "lastSeenAt" < ${before}`;
}

/** Ends every session of a user but one, and asks each of their browsers for a code again. Returns how many ended. */
export async function endOtherSessions(
  tx: Transaction,
  { userId, keptId }: { userId: string; keptId: string },
): Promise<number> {
  await tx.trustedDevice.deleteMany({ where: { userId } });
  const { count } = await tx.session.deleteMany({ where: { userId, id: { not: keptId } } });
  return count;
}
