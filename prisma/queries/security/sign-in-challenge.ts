import type { Database, Transaction } from "../../client.ts";

type Kept = { tokenHash: string; userId: string; expiresAt: Date };

/** Says if a user is asked for a code after the password. */
export async function hasTwoFactor(db: Database, userId: string): Promise<boolean> {
  return (await db.twoFactor.count({ where: { userId, confirmedAt: { not: null } } })) > 0;
}

/** Keeps a sign-in whose password was right and whose code is awaited. */
export async function keepChallenge(db: Database, challenge: Kept): Promise<void> {
  await db.signInChallenge.create({ data: challenge });
}

/** Finds whose sign-in awaits a code; null where there is no such challenge or it is over. */
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

/** Ends a challenge whose code was right. False where another request was first. */
export async function endChallenge(tx: Transaction, tokenHash: string): Promise<boolean> {
  const { count } = await tx.signInChallenge.deleteMany({ where: { tokenHash } });
  return count === 1;
}

/** Keeps a browser that is not asked for a code for some time. */
export async function trustDevice(db: Database, device: Kept): Promise<void> {
  await db.trustedDevice.create({ data: device });
}

/** Says if a browser with this token is trusted to sign this user in without a code. */
export async function isTrusted(
  db: Database,
  { tokenHash, userId, now }: { tokenHash: string; userId: string; now: Date },
): Promise<boolean> {
  return (await db.trustedDevice.count({ where: { tokenHash, userId, expiresAt: { gt: now } } })) > 0;
}

/** Forgets every trusted device and open challenge of a user, as a new password must. */
export async function forgetTrust(tx: Transaction, userId: string): Promise<void> {
  await tx.trustedDevice.deleteMany({ where: { userId } });
  await tx.signInChallenge.deleteMany({ where: { userId } });
}
