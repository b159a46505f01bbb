import type { Database } from "../../client.ts";

/**
 * Returns the user with an address, or null. Better Auth then reads the user's password only if the user exists, so for an
 * unknown address an equal query runs here, to keep the response time the same.
 */
export async function findUserId(db: Database, email: string): Promise<string | null> {
  const user = await db.user.findUnique({ where: { email }, select: { id: true } });
  if (!user) await db.account.findMany({ where: { userId: email }, take: 100, orderBy: { id: "asc" } });
  return user?.id ?? null;
}
