import type { Database } from "#prisma/client.ts";
import type { SuppressionReason } from "#prisma/generated/enums.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";

/** An address that should get mails about Sites but gets none. `siteId`: one of them. */
export type SuppressedRecipient = { email: string; reason: SuppressionReason; siteId: string };

/** Returns the addresses to which the mails of a Team's Sites are stopped, at most `take`. */
export async function findSuppressedRecipients(
  db: Database,
  { teamId, take }: { teamId: TeamScope; take: number },
): Promise<SuppressedRecipient[]> {
  return db.$queryRaw<SuppressedRecipient[]>`
    SELECT /* prepared */ suppression."email", suppression."reason"::text AS "reason", min(recipient."siteId") AS "siteId"
    FROM "Recipient" AS recipient
    JOIN "Site" AS site ON site."id" = recipient."siteId"
    JOIN "MailSuppression" AS suppression ON suppression."email" = recipient."email" AND suppression."active"
    WHERE ${sqlSitesOf(teamId)} AND recipient."unsubscribedAt" IS NULL
    GROUP BY suppression."email", suppression."reason", suppression."since"
    ORDER BY suppression."since" DESC, suppression."email" LIMIT ${take}`;
}
