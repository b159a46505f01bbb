import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";

/** A recipient of a Site's mails. `confirmedAt` null: not confirmed yet. */
export type RecipientView = { id: string; email: string; confirmedAt: Date | null; unsubscribedAt: Date | null };

/** Returns a Site's recipients in the order they were added; none if the Team has no such Site. */
export async function findRecipients(
  db: Database,
  { teamId, siteId }: { teamId: TeamScope; siteId: string },
): Promise<RecipientView[]> {
  return db.recipient.findMany({
    where: { siteId, site: sitesOf(teamId) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, email: true, confirmedAt: true, unsubscribedAt: true },
  });
}
