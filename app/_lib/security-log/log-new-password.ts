import { recordSecurityEvent } from "#prisma/queries/security/record-security-event.ts";
import { writeSecurityNotice } from "#prisma/queries/security/write-security-notice.ts";
import type { AccountDependencies } from "../auth/account-dependencies.ts";
import { requestSource } from "./request-source.ts";

type NewPassword = { userId: string; kind: "password_changed" | "password_reset"; headers: Headers | undefined };

/** Logs a new password in the security log and notifies the user by mail. */
export async function logNewPassword(
  { db, getQueue, settings, now }: AccountDependencies,
  { userId, kind, headers }: NewPassword,
): Promise<void> {
  const queue = await getQueue();
  const event = { userId, kind, source: requestSource(headers, settings), now: now() };
  await db.$transaction(async (tx) => {
    await recordSecurityEvent(tx, event);
    await writeSecurityNotice(tx, queue, { ...event, notice: "password_changed" });
  });
}
