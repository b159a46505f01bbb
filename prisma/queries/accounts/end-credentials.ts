import type { Transaction } from "../../client.ts";
import { forgetTrust } from "../security/sign-in-challenge.ts";

/**
 * Ends what an old password had opened or may still open: every reset link of a user, every session but `keepSessionId`, every sign-in that awaits
 * its code, and the trust in browsers.
 */
export async function endCredentials(tx: Transaction, userId: string, keepSessionId: string | null): Promise<void> {
  await tx.verification.deleteMany({ where: { value: userId, identifier: { startsWith: "reset-password:" } } });
  await forgetTrust(tx, userId);
  await tx.session.deleteMany({ where: { userId, ...(keepSessionId === null ? {} : { id: { not: keepSessionId } }) } });
}
