import { createHash, randomUUID } from "node:crypto";
import type { Database } from "#prisma/client.ts";

type Attempt = { kind: string; subject: string; max: number; windowMs: number; now: Date };

/** Returns the key under which attempts of a kind on a subject are counted. */
export function attemptKey(kind: string, subject: string): string {
  return `${kind}:${createHash("sha256").update(subject).digest("hex")}`;
}

/**
 * Counts an attempt and returns true if it is allowed: at most `max` in a window that begins with the first. One statement, so
 * that concurrent attempts cannot slip past. The subject (such as an e-mail address) is stored only as a hash.
 */
export async function countAttempt(db: Database, attempt: Attempt): Promise<boolean> {
  const key = attemptKey(attempt.kind, attempt.subject);
  const now = BigInt(attempt.now.getTime());
  const windowStart = now - BigInt(attempt.windowMs);
  const [row] = await db.$queryRaw<{ count: number }[]>`
    INSERT INTO "RateLimit" AS kept ("id", "key", "count", "lastRequest") VALUES (${randomUUID()}, ${key}, 1, ${now})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN kept."lastRequest" <= ${windowStart} THEN 1 ELSE kept."count" + 1 END,
      "lastRequest" = CASE WHEN kept."lastRequest" <= ${windowStart} THEN ${now} ELSE kept."lastRequest" END
    RETURNING "count"`;
  return row !== undefined && row.count <= attempt.max;
}
