import type { Database } from "../../client.ts";

export type TwoFactorView = { since: Date; recoveryCodesLeft: number; trustedDevices: number };

/** Returns since when a user's two-factor sign-in is on, and the number of recovery codes left; null if it is off. */
export async function findTwoFactor(
  db: Database,
  { userId, now }: { userId: string; now: Date },
): Promise<TwoFactorView | null> {
  const factor = await db.twoFactor.findUnique({
    where: { userId },
    select: {
      confirmedAt: true,
      _count: { select: { recoveryCodes: true } },
      user: { select: { _count: { select: { trustedDevices: { where: { expiresAt: { gt: now } } } } } } },
    },
  });
  if (!factor?.confirmedAt) return null;
  return {
    since: factor.confirmedAt,
    recoveryCodesLeft: factor._count.recoveryCodes,
    trustedDevices: factor.user._count.trustedDevices,
  };
}
