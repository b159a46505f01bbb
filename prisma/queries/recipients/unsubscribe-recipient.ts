import type { Database } from "#prisma/client.ts";

/**
 * Stops mail to the recipient whose token this is, also what waits to be sent; doing it again keeps the first moment. False if the token is
 * no one's.
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
