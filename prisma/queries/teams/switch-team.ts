import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";

/** Shows another of a person's Teams in this session from now on. @throws DomainError `not-found` if they are not in it. */
export async function switchTeam(
  db: Database,
  { sessionId, userId, teamId }: { sessionId: string; userId: string; teamId: string },
): Promise<void> {
  const count = await db.$executeRaw`
    UPDATE "Session" SET "teamId" = ${teamId} WHERE "id" = ${sessionId} AND "userId" = ${userId}
      AND EXISTS (SELECT 1 FROM "Member" WHERE "teamId" = ${teamId} AND "userId" = ${userId})`;
  if (count === 0) throw new DomainError("not-found", "You are no longer in this team.");
}
