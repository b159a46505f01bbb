import type { Transaction } from "../../client.ts";
import { revokeTrust } from "../security/sign-in-challenge.ts";

/**
 * Revokes what an old password opened: the user's reset links, sessions other than `keepSessionId`, sign-ins that wait for a
 * code, and trusted browsers.
 */
export async function endCredentials(tx: Transaction, userId: string, keepSessionId: string | null): Promise<void> {
  await tx.verification.deleteMany({ where: { value: userId, identifier: { startsWith: "reset-password:" } } });
  await revokeTrust(tx, userId);
  await tx.session.deleteMany({ where: { userId, ...(keepSessionId === null ? {} : { id: { not: keepSessionId } }) } });
}
