import type { Database } from "../client.ts";

/**
 * An address that was added agrees to get mail about a Site; it is told what happens from now on. Agreeing again changes nothing, except that it
 * takes back an unsubscription. False if the token is nobody's.
 */
export async function confirmRecipient(db: Database, { token, now }: { token: string; now: Date }): Promise<boolean> {
  await db.$executeRaw`
    UPDATE "Recipient" AS recipient SET
      "confirmedAt" = ${now},
      "toldUpTo" = GREATEST("toldUpTo", (SELECT COALESCE(MAX(event."id"), 0) FROM "IssueEvent" AS event WHERE event."siteId" = recipient."siteId"))
    WHERE "token" = ${token} AND "confirmedAt" IS NULL`;
  const { count } = await db.recipient.updateMany({ where: { token }, data: { unsubscribedAt: null } });
  return count === 1;
}
