import "server-only";
import { recordSecurityEvent } from "#prisma/queries/security/record-security-event.ts";
import { DomainError } from "#worker/core/errors.ts";
import { checkOwnPassword } from "../auth/check-own-password.ts";
import { getDatabase } from "../database.ts";
import { currentSource } from "../security-log/current-source.ts";

/**
 * Returns true if this is the signed-in user's password. Logs a wrong one in the security log.
 * @throws DomainError `conflict` after many wrong ones.
 */
export async function confirmOwnPassword(userId: string, password: string): Promise<boolean> {
  const db = getDatabase();
  const outcome = await checkOwnPassword({ db, now: () => new Date() }, userId, password);
  if (outcome === "too-many")
    throw new DomainError("conflict", "Too many attempts in a short time. Wait ten minutes, then try again.");
  if (outcome === "wrong")
    await recordSecurityEvent(db, { userId, kind: "password_refused", source: await currentSource(), now: new Date() });
  return outcome === "right";
}
