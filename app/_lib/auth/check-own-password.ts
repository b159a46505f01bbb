import { findPasswordHash } from "#prisma/queries/accounts/password-hash.ts";
import { countAttempt } from "#prisma/queries/security/count-attempt.ts";
import { forgiveAttempt } from "#prisma/queries/security/forgive-attempt.ts";
import { verifyPassword } from "../password/password-hashing.ts";
import type { AccountDependencies } from "./account-dependencies.ts";
import { ATTEMPT_LIMITS } from "./attempt-limits.ts";

/**
 * Checks the password of a signed-in user. All callers share one count of wrong answers, so that a stolen session cannot be
 * used to guess it.
 */
export async function checkOwnPassword(
  { db, now }: Pick<AccountDependencies, "db" | "now">,
  userId: string,
  password: string,
): Promise<"right" | "wrong" | "too-many"> {
  const { kind } = ATTEMPT_LIMITS.ownPassword;
  if (!(await countAttempt(db, { ...ATTEMPT_LIMITS.ownPassword, subject: userId, now: now() }))) return "too-many";
  const hash = await findPasswordHash(db, userId);
  if (hash === null || !(await verifyPassword({ hash, password }))) return "wrong";
  await forgiveAttempt(db, { kind, subject: userId });
  return "right";
}
