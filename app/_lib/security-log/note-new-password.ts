import type { Database } from "#prisma/client.ts";
import { recordSecurityEvent } from "#prisma/queries/security/record-security-event.ts";
import { forgetTrust } from "#prisma/queries/security/sign-in-challenge.ts";
import { writeSecurityNotice } from "#prisma/queries/security/write-security-notice.ts";
import type { Queue } from "#prisma/queue.ts";
import type { Settings } from "#worker/core/settings.ts";
import { requestSource } from "./request-source.ts";

type Dependencies = { db: Database; getQueue(): Promise<Queue>; settings: Settings; now(): Date };
type NewPassword = { userId: string; kind: "password_changed" | "password_reset"; headers: Headers | undefined };

/** Ends the trust in browsers, writes the event into the security log, and tells the user by mail. */
export async function noteNewPassword(
  { db, getQueue, settings, now }: Dependencies,
  { userId, kind, headers }: NewPassword,
): Promise<void> {
  const queue = await getQueue();
  const event = { userId, kind, source: requestSource(headers, settings), now: now() };
  await db.$transaction(async (tx) => {
    await forgetTrust(tx, userId);
    await recordSecurityEvent(tx, event);
    await writeSecurityNotice(tx, queue, { ...event, notice: "password_changed" });
  });
}
