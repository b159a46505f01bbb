import type { Database } from "#prisma/client.ts";
import { attemptKey } from "./count-attempt.ts";

/** Takes back one counted attempt that turned out to be right. */
export async function forgiveAttempt(db: Database, attempt: { kind: string; subject: string }): Promise<void> {
  await db.rateLimit.updateMany({
    where: { key: attemptKey(attempt.kind, attempt.subject), count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}
