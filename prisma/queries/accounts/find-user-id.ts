import type { Database } from "../../client.ts";

/**
 * Returns the user of an address, or null. Better Auth then looks for the address itself, and for its password only where there is a user:
 * where there is none, an equal question is asked here, so that the time of an answer does not tell.
 */
export async function findUserId(db: Database, email: string): Promise<string | null> {
  const user = await db.user.findUnique({ where: { email }, select: { id: true } });
  if (!user) await db.account.findMany({ where: { userId: email }, take: 100, orderBy: { id: "asc" } });
  return user?.id ?? null;
}
