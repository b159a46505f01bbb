import type { Database } from "#prisma/client.ts";
import { MARK_AT_LATEST_EVENT } from "../issues/mark-at-latest-event.ts";
import { recipientsOfToken } from "./recipients-of-token.ts";

/** Within this time, Undo also restores mail about what happened meanwhile. */
const UNDO_MS = 3_600_000;

/**
 * Takes the last unsubscription by this token back. Within an hour, nothing is missed; later, mail begins with events from now on. Returns
 * false for an unknown token.
 */
export async function resubscribeRecipient(db: Database, { token, now }: { token: string; now: Date }): Promise<boolean> {
  const known = await recipientsOfToken(db, token);
  if (!known) return false;
  const last = Math.max(...known.recipients.map(({ unsubscribedAt }) => unsubscribedAt?.getTime() ?? 0));
  const ids = known.recipients.filter(({ unsubscribedAt }) => unsubscribedAt?.getTime() === last).map(({ id }) => id);
  const undone = new Date(now.getTime() - UNDO_MS);
  await db.$executeRaw`
    UPDATE "Recipient" AS recipient SET
      "toldUpTo" = CASE WHEN "unsubscribedAt" >= ${undone} THEN "toldUpTo" ELSE
        ${MARK_AT_LATEST_EVENT} END,
      "unsubscribedAt" = NULL
    WHERE "id" = ANY(${ids})`;
  return true;
}
