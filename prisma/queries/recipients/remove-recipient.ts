import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";

/**
 * Removes a recipient from a Site, with the mails waiting to be sent. @throws DomainError `not-found` when the Team's Site has
 * no such recipient.
 */
export async function removeRecipient(
  db: Database,
  { teamId, siteId, recipientId }: { teamId: TeamScope; siteId: string; recipientId: string },
): Promise<{ email: string }> {
  return db.$transaction(async (tx) => {
    const recipient = await tx.recipient.findFirst({
      where: { id: recipientId, siteId, site: sitesOf(teamId) },
      select: { email: true },
    });
    if (!recipient) throw new DomainError("not-found", "This address is no longer in the list of recipients.");
    await tx.recipient.deleteMany({ where: { id: recipientId, siteId, site: sitesOf(teamId) } });
    await tx.delivery.deleteMany({ where: { siteId, email: recipient.email, state: "pending" } });
    return recipient;
  });
}
