import type { Database, Transaction } from "../../client.ts";

export type SessionView = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
};

/** A request within so long of the last one does not write. */
const SEEN_STEP_MS = 300_000;

/** Finds a user's sessions that are not over, those last seen first. Their tokens are left out. */
export async function findSessions(db: Database, { userId, now }: { userId: string; now: Date }): Promise<SessionView[]> {
  return db.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    select: { id: true, createdAt: true, lastSeenAt: true, ipAddress: true, userAgent: true },
  });
}

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
