import { findSettledPassword, renewPasswordHash } from "#prisma/queries/accounts/password-hash.ts";
import { hashPassword, isCurrentHash, verifyPassword } from "../password/password-hashing.ts";
import type { AccountDependencies } from "./account-dependencies.ts";

/** Upper bound for the duration of a sign-in request. */
const LONGEST_SIGN_IN_MS = 60_000;

/**
 * Checks the password again after a sign-in. Returns false if it was changed meanwhile, because this session was created too
 * late to be ended with the others. Replaces a hash made with an older method.
 */
export async function recheckPassword(
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
