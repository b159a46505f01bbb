"use server";

import { revalidatePath } from "next/cache";
import { getDatabase } from "#app/_lib/database.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { currentSource } from "#app/_lib/security-log/current-source.ts";
import { requireSession } from "#app/_lib/session/session.ts";
import { recordSecurityEvent } from "#prisma/queries/security/record-security-event.ts";
import { endOtherSessions } from "#prisma/queries/security/sessions.ts";

/** Signs out every browser but this one, and removes all trust in browsers. */
export async function endOtherSessionsAction(): Promise<FormState> {
  return runAction(async () => {
    const { userId, sessionId } = await requireSession();
    const source = await currentSource();
    await getDatabase().$transaction(async (tx) => {
      const count = await endOtherSessions(tx, { userId, keptId: sessionId });
      const detail = count === 1 ? "1 other session" : `${count} other sessions`;
      await recordSecurityEvent(tx, { userId, kind: "sessions_ended", detail, source, now: new Date() });
    });
    revalidatePath("/account");
    return { done: "You are signed out everywhere else, and no device is trusted any longer." };
  });
}
