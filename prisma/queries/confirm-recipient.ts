import type { Database } from "../client.ts";

/**
 * An address that was added agrees to get mail about a Site; it is told what happens from now on. Agreeing again changes nothing, except that it
 * takes back an unsubscription, likewise from now on. False if the token is nobody's.
 */
export async function confirmRecipient(db: Database, { token, now }: { token: string; now: Date }): Promise<boolean> {
  await db.$executeRaw`
    UPDATE "Recipient" AS recipient SET
      "confirmedAt" = COALESCE("confirmedAt", ${now}),
      "unsubscribedAt" = NULL,
      "toldUpTo" = GREATEST("toldUpTo", (SELECT COALESCE(MAX(event."id"), 0) FROM "IssueEvent" AS event WHERE event."siteId" = recipient."siteId"))
    WHERE "token" = ${token} AND ("confirmedAt" IS NULL OR "unsubscribedAt" IS NOT NULL)`;
  return (await db.recipient.count({ where: { token } })) === 1;
}
