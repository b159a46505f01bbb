import type { Transaction } from "../../client.ts";

/** Ends what an old password had opened or may still open: every reset link of a user, and every session but `keepSessionId`. */
export async function endCredentials(tx: Transaction, userId: string, keepSessionId: string | null): Promise<void> {
  await tx.verification.deleteMany({ where: { value: userId, identifier: { startsWith: "reset-password:" } } });
  await tx.session.deleteMany({ where: { userId, ...(keepSessionId === null ? {} : { id: { not: keepSessionId } }) } });
}
