import "server-only";
import { isAPIError } from "better-auth/api";
import { headers } from "next/headers";
import { countAttempt } from "#prisma/queries/count-attempt.ts";
import { recordSecurityEvent } from "#prisma/queries/security/record-security-event.ts";
import { DomainError } from "#worker/core/errors.ts";
import { getAuth } from "./auth.ts";
import { getDatabase } from "./database.ts";
import { currentSource } from "./security-log/current-source.ts";

const LIMIT = { kind: "own-password", max: 10, windowMs: 600_000 };

/**
 * Says if this is the password of whoever is signed in, who is `userId`. A wrong one is noted in the security log.
 * @throws DomainError `conflict` after many attempts, from wherever.
 */
export async function checkOwnPassword(userId: string, password: string): Promise<boolean> {
  const db = getDatabase();
  if (!(await countAttempt(db, { ...LIMIT, subject: userId, now: new Date() })))
    throw new DomainError("conflict", "Too many attempts in a short time. Wait ten minutes, then try again.");
  try {
    await getAuth().api.verifyPassword({ body: { password }, headers: await headers() });
    return true;
  } catch (error) {
    if (!isAPIError(error)) throw error;
    await recordSecurityEvent(db, { userId, kind: "password_refused", source: await currentSource(), now: new Date() });
    return false;
  }
}
