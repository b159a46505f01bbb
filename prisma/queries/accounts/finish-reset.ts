import { randomUUID } from "node:crypto";
import type { Database } from "../../client.ts";
import { endCredentials } from "./end-credentials.ts";
import { tokenIdentifier } from "./token-identifier.ts";

type Reset = { token: string; passwordHash: string; now: Date };

/** Returns the user whose password a reset link may set; null when the link was used, has expired or never existed. */
export async function findReset(db: Database, token: string, now: Date): Promise<{ userId: string; email: string } | null> {
  const identifier = tokenIdentifier("reset-password", token);
  const row = await db.verification.findFirst({ where: { identifier, expiresAt: { gt: now } }, select: { value: true } });
  const user = row && (await db.user.findUnique({ where: { id: row.value }, select: { id: true, email: true } }));
  return user ? { userId: user.id, email: user.email } : null;
}

/**
 * Sets a new password by a reset link, and revokes the user's other links and all sessions. Locks the user's row first, so that
 * of two links used at once only one succeeds. Returns the user's id, or null.
 */
export async function finishReset(db: Database, { token, passwordHash, now }: Reset): Promise<string | null> {
  const identifier = tokenIdentifier("reset-password", token);
  return db.$transaction(async (tx) => {
    const [locked] = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "User" WHERE "id" = (
        SELECT "value" FROM "Verification" WHERE "identifier" = ${identifier} AND "expiresAt" > ${now} LIMIT 1
      ) FOR UPDATE`;
    if (!locked) return null;
    const userId = locked.id;
    const used = await tx.verification.deleteMany({ where: { identifier, value: userId } });
    if (used.count === 0) return null;
    const credential = { userId, providerId: "credential", accountId: userId };
    const changed = await tx.account.updateMany({ where: credential, data: { password: passwordHash } });
    if (changed.count === 0) await tx.account.create({ data: { id: randomUUID(), ...credential, password: passwordHash } });
    await endCredentials(tx, userId, null);
    return userId;
  });
}
