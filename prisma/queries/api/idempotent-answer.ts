import type { Database, Prisma } from "#prisma/client.ts";

/** An answer is kept for a day. One that a dead process began is begun again after a minute. */
const KEPT_MS = 86_400_000;
const ABANDONED_MS = 60_000;

type Begun = { tokenId: string; key: string; requestHash: string; now: Date };
/** `begun`: the caller makes the answer. `running`: another request makes it. `other`: the key belongs to another request. */
export type Earlier =
  | { kind: "begun" }
  | { kind: "running" }
  | { kind: "other" }
  | { kind: "answered"; status: number; body: Prisma.JsonValue };

/** Reserves an Idempotency-Key of a token, or returns what became of its earlier use. */
export async function beginAnswer(db: Database, { tokenId, key, requestHash, now }: Begun): Promise<Earlier> {
  const abandoned = new Date(now.getTime() - ABANDONED_MS);
  const begun = await db.$queryRaw<unknown[]>`
    INSERT INTO "ApiAnswer" AS kept ("tokenId", "key", "requestHash", "startedAt") VALUES (${tokenId}, ${key}, ${requestHash}, ${now})
    ON CONFLICT ("tokenId", "key") DO UPDATE SET "requestHash" = EXCLUDED."requestHash", "startedAt" = EXCLUDED."startedAt",
      "status" = NULL, "body" = NULL
      WHERE kept."startedAt" <= ${new Date(now.getTime() - KEPT_MS)}
        OR (kept."status" IS NULL AND kept."requestHash" = EXCLUDED."requestHash" AND kept."startedAt" <= ${abandoned})
    RETURNING 1`;
  if (begun.length > 0) return { kind: "begun" };
  const kept = await db.apiAnswer.findUnique({ where: { tokenId_key: { tokenId, key } } });
  // Its request failed just now and gave the key back.
  if (!kept) return { kind: "running" };
  if (kept.requestHash !== requestHash) return { kind: "other" };
  return kept.status === null ? { kind: "running" } : { kind: "answered", status: kept.status, body: kept.body };
}

type Answer = { tokenId: string; key: string; status: number; body: Prisma.InputJsonValue };

/** Stores the answer of a request, for its repetitions. */
export async function keepAnswer(db: Database, { tokenId, key, status, body }: Answer): Promise<void> {
  await db.apiAnswer.updateMany({ where: { tokenId, key }, data: { status, body } });
}

/** Gives an Idempotency-Key back after a failure, so that the request can be repeated. */
export async function dropAnswer(db: Database, { tokenId, key }: { tokenId: string; key: string }): Promise<void> {
  await db.apiAnswer.deleteMany({ where: { tokenId, key, status: null } });
}

/** Deletes answers that are no longer kept. Returns their number. */
export async function forgetAnswers(db: Database, now: Date): Promise<number> {
  const { count } = await db.apiAnswer.deleteMany({ where: { startedAt: { lt: new Date(now.getTime() - KEPT_MS) } } });
  return count;
}
