import type { Database } from "../../client.ts";

export type SessionView = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
};

/** Returns a user's unexpired sessions without their tokens, most recently used first. */
export async function findSessions(db: Database, { userId, now }: { userId: string; now: Date }): Promise<SessionView[]> {
  return db.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    select: { id: true, createdAt: true, lastSeenAt: true, ipAddress: true, userAgent: true },
  });
}
