import type { Database } from "#prisma/client.ts";
import { recipientsOfToken } from "./recipients-of-token.ts";

/**
 * Unsubscribes the recipient with this token, or the person of a summary's token from all Sites, and deletes waiting mail. Doing it again
 * keeps the first time. It also works for a deleted Site, which may be restored. Returns false for an unknown token.
 */
export async function unsubscribeRecipient(db: Database, { token, now }: { token: string; now: Date }): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const known = await recipientsOfToken(tx, token, { withDeleted: true });
    if (!known) return false;
    const { teamId, email, recipients } = known;
    const ids = recipients.map(({ id }) => id);
    const ofSites = { siteId: { in: recipients.map(({ siteId }) => siteId) } };
    await tx.recipient.updateMany({ where: { id: { in: ids }, unsubscribedAt: null }, data: { unsubscribedAt: now } });
    await tx.delivery.deleteMany({
      where: { email, state: "pending", ...(teamId === null ? ofSites : { OR: [ofSites, { teamId }] }) },
    });
    return true;
  });
}
