import type { Transaction } from "../../client.ts";
import type { SealedSecret } from "../../sealed-secret.ts";

/** Returns the secret that a user's codes are made from; null if two-factor sign-in is off. */
export async function findFactorSecret(tx: Transaction, userId: string): Promise<SealedSecret | null> {
  return tx.twoFactor.findFirst({ where: { userId, confirmedAt: { not: null } }, select: { keyId: true, sealed: true } });
}

/** Stores the same secret sealed with another key. */
export async function resealFactor(
  tx: Transaction,
  { userId, secret }: { userId: string; secret: SealedSecret },
): Promise<void> {
  await tx.twoFactor.updateMany({ where: { userId }, data: secret });
}

/**
 * Uses up the code of a 30-second step. Returns false if that step or a later one was used before, also by a concurrent
 * request.
 */
export async function spendStep(tx: Transaction, { userId, step }: { userId: string; step: number }): Promise<boolean> {
  const { count } = await tx.twoFactor.updateMany({
    where: { userId, confirmedAt: { not: null }, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  });
  return count === 1;
}

/** Uses up a recovery code, given by its hash. Returns false if the user has no such code. */
export async function spendRecoveryCode(tx: Transaction, { userId, hash }: { userId: string; hash: string }): Promise<boolean> {
  const { count } = await tx.recoveryCode.deleteMany({ where: { hash, userId, factor: { confirmedAt: { not: null } } } });
  return count === 1;
}
