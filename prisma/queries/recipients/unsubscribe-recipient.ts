import type { Database } from "#prisma/client.ts";

/**
 * Unsubscribes the recipient with this token and deletes waiting mail. Doing it again keeps the first time. Returns false for
 * an unknown token.
 */
export async function unsubscribeRecipient(db: Database, { token, now }: { token: string; now: Date }): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const recipient = await tx.recipient.findUnique({ where: { token }, select: { siteId: true, email: true } });
    if (!recipient) return false;
    await tx.recipient.updateMany({ where: { token, unsubscribedAt: null }, data: { unsubscribedAt: now } });
    await tx.delivery.deleteMany({ where: { ...recipient, state: "pending" } });
    return true;
  });
}
