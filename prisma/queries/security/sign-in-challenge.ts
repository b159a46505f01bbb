import type { Database, Transaction } from "../../client.ts";

type Kept = { tokenHash: string; userId: string; expiresAt: Date };

/** Returns true if a user must enter a code after the password. */
export async function hasTwoFactor(db: Database, userId: string): Promise<boolean> {
  return (await db.twoFactor.count({ where: { userId, confirmedAt: { not: null } } })) > 0;
}

/** Stores a sign-in whose password was right and that waits for its code. */
export async function saveChallenge(db: Database, challenge: Kept): Promise<void> {
  await db.signInChallenge.create({ data: challenge });
}

/** Returns the user whose sign-in waits for a code; null if the challenge is unknown or has expired. */
export async function findChallenge(
  db: Database,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<string | null> {
  const found = await db.signInChallenge.findFirst({
    where: { tokenHash, expiresAt: { gt: now } },
    select: { userId: true },
  });
  return found?.userId ?? null;
}

/** Ends a challenge whose code was right. Returns false if another request did so first. */
export async function endChallenge(tx: Transaction, tokenHash: string): Promise<boolean> {
  const { count } = await tx.signInChallenge.deleteMany({ where: { tokenHash } });
  return count === 1;
}

/** Stores a trusted browser, which needs no code for some time. */
export async function trustDevice(db: Database, device: Kept): Promise<void> {
  await db.trustedDevice.create({ data: device });
}

/** Returns true if this browser may sign this user in without a code. */
export async function isTrusted(
  db: Database,
  { tokenHash, userId, now }: { tokenHash: string; userId: string; now: Date },
): Promise<boolean> {
  return (await db.trustedDevice.count({ where: { tokenHash, userId, expiresAt: { gt: now } } })) > 0;
}

/** Deletes a user's trusted browsers and open challenges, as a new password must. */
export async function revokeTrust(tx: Transaction, userId: string): Promise<void> {
  await tx.trustedDevice.deleteMany({ where: { userId } });
  await tx.signInChallenge.deleteMany({ where: { userId } });
}
