import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";

/**
 * Removes a recipient from a Site, with the mails waiting to be sent. @throws DomainError `not-found` when the Team's Site has
 * no such recipient.
 */
export async function removeRecipient(
  db: Database,
  { teamId, siteId, recipientId }: { teamId: string; siteId: string; recipientId: string },
): Promise<{ email: string }> {
  return db.$transaction(async (tx) => {
    const recipient = await tx.recipient.findFirst({
      where: { id: recipientId, siteId, site: { teamId } },
      select: { email: true },
    });
    if (!recipient) throw new DomainError("not-found", "This address is no longer in the list of recipients.");
    await tx.recipient.deleteMany({ where: { id: recipientId, siteId, site: { teamId } } });
    await tx.delivery.deleteMany({ where: { siteId, email: recipient.email, state: "pending" } });
    return recipient;
  });
}
