import { DomainError } from "#worker/core/errors.ts";
import type { Database } from "../client.ts";

/** Stops mails to one address for a Site. @throws DomainError `not-found` when the Team's Site has no such recipient. */
export async function removeRecipient(
  db: Database,
  { teamId, siteId, recipientId }: { teamId: string; siteId: string; recipientId: string },
): Promise<{ email: string }> {
  const recipient = await db.recipient.findFirst({
    where: { id: recipientId, siteId, site: { teamId } },
    select: { email: true },
  });
  if (!recipient) throw new DomainError("not-found", "This address is no longer among the recipients.");
  await db.recipient.deleteMany({ where: { id: recipientId, siteId, site: { teamId } } });
  return recipient;
}
