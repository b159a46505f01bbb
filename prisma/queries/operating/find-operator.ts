import type { Database } from "#prisma/client.ts";

/** Returns the facts that decide if a user is an operator; null when the user is gone. */
export async function findOperator(
  db: Database,
  userId: string,
): Promise<{ email: string; emailVerified: boolean; hasTwoFactor: boolean } | null> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: { email: true, emailVerified: true, twoFactor: { select: { confirmedAt: true } } },
  });
  return user && { email: user.email, emailVerified: user.emailVerified, hasTwoFactor: Boolean(user.twoFactor?.confirmedAt) };
}
