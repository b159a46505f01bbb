import type { Database } from "../../client.ts";

export type SessionView = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
};

/** Finds a user's sessions that are not over, those last seen first. Their tokens are left out. */
export async function findSessions(db: Database, { userId, now }: { userId: string; now: Date }): Promise<SessionView[]> {
  return db.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    select: { id: true, createdAt: true, lastSeenAt: true, ipAddress: true, userAgent: true },
  });
}
