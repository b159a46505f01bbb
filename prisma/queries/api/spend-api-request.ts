import { randomUUID } from "node:crypto";
import type { Database } from "#prisma/client.ts";
import { attemptKey } from "../security/count-attempt.ts";

/** Requests of one token in a window of so many seconds. */
export const API_QUOTA = { requests: 120, seconds: 60 } as const;

/** `left` is negative beyond the quota. `resetSeconds`: until the window ends. */
export type ApiQuota = { left: number; resetSeconds: number };

/** Counts a request of a token. One statement, so that concurrent requests cannot slip past. */
export async function spendApiRequest(db: Database, { tokenId, now }: { tokenId: string; now: Date }): Promise<ApiQuota> {
  const at = BigInt(now.getTime());
  const windowStart = at - BigInt(API_QUOTA.seconds * 1000);
  const [row] = await db.$queryRaw<{ count: number; lastRequest: bigint }[]>`
    INSERT INTO "RateLimit" AS kept ("id", "key", "count", "lastRequest") VALUES (${randomUUID()}, ${attemptKey("api", tokenId)}, 1, ${at})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN kept."lastRequest" <= ${windowStart} THEN 1 ELSE kept."count" + 1 END,
      "lastRequest" = CASE WHEN kept."lastRequest" <= ${windowStart} THEN ${at} ELSE kept."lastRequest" END
    RETURNING "count", "lastRequest"`;
  if (!row) throw new Error("A request was not counted.");
  const passed = Number(at - row.lastRequest) / 1000;
  return { left: API_QUOTA.requests - row.count, resetSeconds: Math.max(0, Math.ceil(API_QUOTA.seconds - passed)) };
}
