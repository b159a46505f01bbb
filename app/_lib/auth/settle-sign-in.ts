import { findSettledPassword, renewPasswordHash } from "#prisma/queries/accounts/password-hash.ts";
import { hashPassword, isCurrentHash, verifyPassword } from "../password/password-hashing.ts";
import type { AccountDependencies } from "./account-dependencies.ts";

/** No request to sign in takes longer. */
const LONGEST_SIGN_IN_MS = 60_000;

/**
 * Looks at the password again after a sign-in. Reports false if it was changed while the sign-in was under way: its session was then made too
 * late to be ended with the others. A hash of an older method is replaced by one of today's.
 */
export async function settleSignIn(
  { db, now }: Pick<AccountDependencies, "db" | "now">,
  userId: string,
  password: string,
): Promise<boolean> {
  const found = await findSettledPassword(db, userId);
  if (found === null) return false;
  const { hash, changedAt } = found;
  const isRecent = changedAt.getTime() > now().getTime() - LONGEST_SIGN_IN_MS;
  if (isRecent && !(await verifyPassword({ hash, password }))) return false;
  if (!isCurrentHash(hash)) await renewPasswordHash(db, userId, hash, await hashPassword(password));
  return true;
}
