import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";

const HOUR_MS = 3_600_000;

/**
 * Writes to a recipient again whose mails came back; the next digest tells what it missed. At most once an hour. @throws DomainError `not-found`
 * when the Team's Site has no such recipient, `conflict` after a complaint, `unavailable` when it was tried within the hour.
 */
export async function liftSuppression(
  { db, now }: { db: Database; now: Date },
  { teamId, siteId, recipientId }: { teamId: TeamScope; siteId: string; recipientId: string },
): Promise<{ email: string }> {
  const recipient = await db.recipient.findFirst({
    where: { id: recipientId, siteId, site: sitesOf(teamId) },
    select: { email: true },
  });
  if (!recipient) throw new DomainError("not-found", "This address is no longer in the list of recipients.");
  const { email } = recipient;
  const hourAgo = new Date(now.getTime() - HOUR_MS);
  const { count } = await db.mailSuppression.updateMany({
    where: { email, active: true, reason: { not: "complaint" }, OR: [{ liftedAt: null }, { liftedAt: { lte: hourAgo } }] },
    data: { active: false, liftedAt: now },
  });
  if (count > 0) return recipient;
  const known = await db.mailSuppression.findUnique({ where: { email } });
  if (!known?.active) return recipient;
  if (known.reason === "complaint")
    throw new DomainError(
      "conflict",
      `${email} reported a mail as spam. Only this person can start the mails again, with the unsubscribe link in any of our mails.`,
    );
  throw new DomainError(
    "unavailable",
    `We tried ${email} again within the last hour, and the mail came back. Correct the address, or try later.`,
    {
      retryable: true,
    },
  );
}
