import type { Database, Transaction } from "../../client.ts";
import type { SealedSecret } from "../../sealed-secret.ts";

type PendingFactor = SealedSecret & { startedAt: Date };

/** Returns the unconfirmed secret that was created in this session; null if there is none or it is older than `after`. */
export async function findPendingFactor(
  db: Database | Transaction,
  { userId, sessionId, after }: { userId: string; sessionId: string; after: Date },
): Promise<PendingFactor | null> {
  return db.twoFactor.findFirst({
    where: { userId, pendingSessionId: sessionId, confirmedAt: null, startedAt: { gt: after } },
    select: { keyId: true, sealed: true, startedAt: true },
  });
}

/** Stores a secret that waits for its first code. Returns false and changes nothing if two-factor sign-in is on already. */
export async function beginFactor(
  db: Database,
  { userId, sessionId, secret, now }: { userId: string; sessionId: string; secret: SealedSecret; now: Date },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // The lock makes concurrent calls run one after the other, so that neither replaces a confirmed secret.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
    const known = await tx.twoFactor.findUnique({ where: { userId }, select: { confirmedAt: true } });
    if (known?.confirmedAt) return false;
    const data = { ...secret, pendingSessionId: sessionId, startedAt: now, lastStep: null };
    await tx.twoFactor.upsert({ where: { userId }, create: { userId, ...data }, update: data });
    return true;
  });
}

/**
 * Confirms a secret with the step of its first code. Returns false and changes nothing if it was replaced, confirmed or removed
 * meanwhile.
 */
export async function confirmFactor(
  tx: Transaction,
  { userId, sealed, step, now }: { userId: string; sealed: string; step: number; now: Date },
): Promise<boolean> {
  const { count } = await tx.twoFactor.updateMany({
    where: { userId, sealed, confirmedAt: null },
    data: { confirmedAt: now, lastStep: step, pendingSessionId: null },
  });
  return count === 1;
}

/** Replaces a user's recovery codes with the codes that have these hashes. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  { userId, hashes }: { userId: string; hashes: string[] },
): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: hashes.map((hash) => ({ hash, userId })) });
}

/**
 * Turns two-factor sign-in off and deletes its recovery codes, trusted browsers and open challenges. Returns false if it was
 * off.
 */
export async function removeFactor(tx: Transaction, userId: string): Promise<boolean> {
  await tx.trustedDevice.deleteMany({ where: { userId } });
  await tx.signInChallenge.deleteMany({ where: { userId } });
  const { count } = await tx.twoFactor.deleteMany({ where: { userId, confirmedAt: { not: null } } });
  return count === 1;
}
