import type { Database } from "../../client.ts";
import { endCredentials } from "./end-credentials.ts";

/** Returns the hash of a user's password; null for a user without one. */
export async function findPasswordHash(db: Database, userId: string): Promise<string | null> {
  const account = await db.account.findFirst({ where: credentialOf(userId), select: { password: true } });
  return account?.password ?? null;
}

/** Returns a user's password hash and when it was stored. Waits for a change that is under way. */
export async function findSettledPassword(db: Database, userId: string): Promise<{ hash: string; changedAt: Date } | null> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId} FOR SHARE`;
    const account = await tx.account.findFirst({ where: credentialOf(userId), select: { password: true, updatedAt: true } });
    return account?.password ? { hash: account.password, changedAt: account.updatedAt } : null;
  });
}

/** Stores a new hash of the same password, unless the password was changed meanwhile. */
export async function renewPasswordHash(db: Database, userId: string, before: string, after: string): Promise<void> {
  await db.account.updateMany({ where: { ...credentialOf(userId), password: before }, data: { password: after } });
}

type Change = { userId: string; before: string; after: string; keepSessionId: string };

/**
 * Stores a new password's hash, and revokes every reset link and every other session. Returns false and changes nothing if the
 * password was changed meanwhile.
 */
export async function changePasswordHash(db: Database, { userId, before, after, keepSessionId }: Change): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
    const where = { ...credentialOf(userId), password: before };
    const changed = await tx.account.updateMany({ where, data: { password: after } });
    if (changed.count === 0) return false;
    await endCredentials(tx, userId, keepSessionId);
    return true;
  });
}

const credentialOf = (userId: string) => ({ userId, providerId: "credential", accountId: userId });
