import type { Database, Transaction } from "../../client.ts";
import type { SealedSecret } from "../../sealed-secret.ts";

type PendingFactor = SealedSecret & { startedAt: Date };

/** Finds the secret that was begun in this session and is not in force yet; null where there is none or it is older than `after`. */
export async function findPendingFactor(
  db: Database | Transaction,
  { userId, sessionId, after }: { userId: string; sessionId: string; after: Date },
): Promise<PendingFactor | null> {
  return db.twoFactor.findFirst({
    where: { userId, pendingSessionId: sessionId, confirmedAt: null, startedAt: { gt: after } },
    select: { keyId: true, sealed: true, startedAt: true },
  });
}

/** Keeps a secret that awaits its first code. False where two-factor sign-in is on already: nothing was changed. */
export async function beginFactor(
  db: Database,
  { userId, sessionId, secret, now }: { userId: string; sessionId: string; secret: SealedSecret; now: Date },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // Two that are begun at once come one after the other, and neither replaces one that is in force.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
    const known = await tx.twoFactor.findUnique({ where: { userId }, select: { confirmedAt: true } });
    if (known?.confirmedAt) return false;
    const data = { ...secret, pendingSessionId: sessionId, startedAt: now, lastStep: null };
    await tx.twoFactor.upsert({ where: { userId }, create: { userId, ...data }, update: data });
    return true;
  });
}

/**
 * Puts a begun secret in force by the step of its first code. False where it has been replaced, confirmed or turned off meanwhile:
 * nothing was changed.
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

/** Replaces a user's recovery codes by those with these hashes. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  { userId, hashes }: { userId: string; hashes: string[] },
): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: hashes.map((hash) => ({ hash, userId })) });
}

/** Turns two-factor sign-in off, with its recovery codes, trusted devices and open challenges. False where it was off. */
export async function removeFactor(tx: Transaction, userId: string): Promise<boolean> {
  await tx.trustedDevice.deleteMany({ where: { userId } });
  await tx.signInChallenge.deleteMany({ where: { userId } });
  const { count } = await tx.twoFactor.deleteMany({ where: { userId, confirmedAt: { not: null } } });
  return count === 1;
}
