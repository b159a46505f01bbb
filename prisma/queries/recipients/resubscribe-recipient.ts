import type { Database } from "#prisma/client.ts";
import { TOLD_UNTIL_NOW } from "../issues/told-until-now.ts";

/** A press on Undo this soon after loses nothing of what happened between. */
const UNDO_MS = 3_600_000;

/**
 * Takes an unsubscription back. Within the hour it is as if it had not been; later, mail begins with what happens from now on rather than
 * with everything that was missed. False if the token is nobody's.
 */
export async function resubscribeRecipient(db: Database, { token, now }: { token: string; now: Date }): Promise<boolean> {
  const undone = new Date(now.getTime() - UNDO_MS);
  const changed = await db.$executeRaw`
    UPDATE "Recipient" AS recipient SET
      "toldUpTo" = CASE WHEN "unsubscribedAt" >= ${undone} THEN "toldUpTo" ELSE
        ${TOLD_UNTIL_NOW} END,
      "unsubscribedAt" = NULL
    WHERE "token" = ${token}`;
  return changed === 1;
}
