import type { Database } from "../../client.ts";
import { countAttempt } from "./count-attempt.ts";
import { type NewSecurityEvent, recordSecurityEvent } from "./record-security-event.ts";

/** Limits how many events a flood of refused requests adds to the log. */
const NOTED = { kind: "security-log-limited", max: 10, windowMs: 3_600_000 };

/** Logs that a rate limit refused a request about a user, a few times an hour. */
export async function recordLimited(db: Database, event: Pick<NewSecurityEvent, "userId" | "source" | "now">): Promise<void> {
  if (!(await countAttempt(db, { ...NOTED, subject: event.userId ?? "", now: event.now }))) return;
  await recordSecurityEvent(db, { ...event, kind: "sign_in_limited" });
}
