import type { Database } from "#prisma/client.ts";
import { MARK_AT_LATEST_EVENT } from "../issues/mark-at-latest-event.ts";

/** Within this time, Undo also restores mail about what happened meanwhile. */
const UNDO_MS = 3_600_000;

/**
 * Takes an unsubscription back. Within an hour, nothing is missed; later, mail begins with events from now on. Returns false
 * for an unknown token.
 */
export async function resubscribeRecipient(db: Database, { token, now }: { token: string; now: Date }): Promise<boolean> {
  const undone = new Date(now.getTime() - UNDO_MS);
  const changed = await db.$executeRaw`
    UPDATE "Recipient" AS recipient SET
      "toldUpTo" = CASE WHEN "unsubscribedAt" >= ${undone} THEN "toldUpTo" ELSE
        ${MARK_AT_LATEST_EVENT} END,
      "unsubscribedAt" = NULL
    WHERE "token" = ${token}`;
  return changed === 1;
}
