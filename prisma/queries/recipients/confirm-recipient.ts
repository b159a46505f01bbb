import type { Database } from "#prisma/client.ts";
import { TOLD_UNTIL_NOW } from "../issues/told-until-now.ts";

/**
 * An address that was added agrees to get mail about a Site; it is told what happens from now on. Agreeing again changes nothing, except that it
 * takes back an unsubscription, likewise from now on. False if the token is nobody's.
 */
export async function confirmRecipient(db: Database, { token, now }: { token: string; now: Date }): Promise<boolean> {
  await db.$executeRaw`
    UPDATE "Recipient" AS recipient SET
      "confirmedAt" = COALESCE("confirmedAt", ${now}),
      "unsubscribedAt" = NULL,
      "toldUpTo" = ${TOLD_UNTIL_NOW}
    WHERE "token" = ${token} AND ("confirmedAt" IS NULL OR "unsubscribedAt" IS NOT NULL)`;
  return (await db.recipient.count({ where: { token } })) === 1;
}
