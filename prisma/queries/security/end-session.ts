import { DomainError } from "#worker/core/errors.ts";
import type { Database } from "../../client.ts";
import { type EventSource, recordSecurityEvent } from "./record-security-event.ts";

type Wanted = { userId: string; sessionId: string; source: EventSource; now: Date };

/** Ends one session of a user and logs it. @throws DomainError `not-found` when the user has no such session. */
export async function endSession(db: Database, { userId, sessionId, source, now }: Wanted): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, userId } });
    if (count === 0)
      throw new DomainError("not-found", "This browser is signed out already. Reload the page to see who is left.");
    await recordSecurityEvent(tx, { userId, kind: "session_ended", source, now });
  });
}
