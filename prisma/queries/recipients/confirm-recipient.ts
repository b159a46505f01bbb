import type { Database } from "#prisma/client.ts";
import { DELETED_TEAM_ID } from "#worker/core/deletion/deleted-team.ts";
import { MARK_AT_LATEST_EVENT } from "../issues/mark-at-latest-event.ts";

/**
 * Confirms a recipient, who gets mail about events from now on. Confirming again changes nothing, except that it takes back an
 * unsubscription. Returns false for an unknown token, or one of a deleted Site.
 */
export async function confirmRecipient(db: Database, { token, now }: { token: string; now: Date }): Promise<boolean> {
  await db.$executeRaw`
    UPDATE "Recipient" AS recipient SET
      "confirmedAt" = COALESCE("confirmedAt", ${now}),
      "unsubscribedAt" = NULL,
      "toldUpTo" = ${MARK_AT_LATEST_EVENT}
    WHERE "token" = ${token}
      AND EXISTS (SELECT 1 FROM "Site" AS site WHERE site."id" = recipient."siteId" AND site."teamId" <> ${DELETED_TEAM_ID})
      AND ("confirmedAt" IS NULL OR "unsubscribedAt" IS NOT NULL)`;
  return (await db.recipient.count({ where: { token, site: { teamId: { not: DELETED_TEAM_ID } } } })) === 1;
}
