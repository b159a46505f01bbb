import type { Database } from "#prisma/client.ts";
import { type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import { findRhythms, type RhythmView } from "../rhythms/find-rhythms.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { findSuppressions, type SuppressionView } from "../suppressions/find-suppressions.ts";

/** A recipient of a Site's mails. `confirmedAt` null: not confirmed yet. */
export type RecipientView = {
  id: string;
  email: string;
  confirmedAt: Date | null;
  unsubscribedAt: Date | null;
  /** Null: mail comes at once, about everything. */
  rhythm: RhythmView | null;
  /** Why no reports are sent to the address; null: they are. */
  suppression: SuppressionView | null;
};

/** Returns a Site's recipients in the order they were added; none if the Team has no such Site. */
export async function findRecipients(
  db: Database,
  { teamId, siteId }: { teamId: TeamScope; siteId: string },
): Promise<RecipientView[]> {
  const recipients = await db.recipient.findMany({
    where: { siteId, site: sitesOf(teamId) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, email: true, confirmedAt: true, unsubscribedAt: true },
  });
  const emails = recipients.map(({ email }) => email);
  const rhythms = await findRhythms(db, { teamId: teamOf(teamId), emails });
  const suppressions = await findSuppressions(db, emails);
  return recipients.map((recipient) => ({
    ...recipient,
    rhythm: rhythms.get(recipient.email) ?? null,
    suppression: suppressions.get(recipient.email) ?? null,
  }));
}
