import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { toStoredJson } from "#prisma/stored-json.ts";
import type { LinkAnswer } from "#worker/core/checks/links/link-answer.ts";
import { LINK_STATES } from "#worker/core/checks/links/link-verdict.ts";
import { hashOf } from "#worker/core/text/text-hash.ts";

type Kept = { address: string; answer: LinkAnswer; forMs: number };

const linkState = z.enum(LINK_STATES);
const anchorNames = z.array(z.string()).nullable();

/** Longer lists of anchors are not stored: links to anchors on such pages are rare. */
const MOST_ANCHORS = 2_000;
/** Expired rows that one write removes. */
const MOST_DROPPED = 1_000;

/** Returns the stored answers of these addresses that have not expired. */
export async function findAnswers(db: Database, addresses: string[], now: Date): Promise<Map<string, LinkAnswer>> {
  const byKey = new Map(addresses.map((address) => [keyOf(address), address]));
  const rows = await db.targetAnswer.findMany({ where: { key: { in: [...byKey.keys()] }, expiresAt: { gt: now } } });
  return new Map(
    rows.map(({ key, state, rule, status, reason, finalUrl, anchors }) => [
      byKey.get(key) ?? "",
      { state: linkState.parse(state), rule, status, reason, finalUrl, anchors: anchorNames.parse(anchors), signs: null },
    ]),
  );
}

/** Stores answers for all workers, each until it expires. Ordered by key, so that workers cannot deadlock. */
export async function saveAnswers(db: Database, answers: Kept[], now: Date): Promise<void> {
  const rows = new Map(answers.map((kept) => [keyOf(kept.address), rowOf(kept, now)]));
  await db.$executeRaw`
    INSERT INTO "TargetAnswer" ("key", "state", "rule", "status", "reason", "finalUrl", "anchors", "expiresAt")
    SELECT "key", "state", "rule", "status", "reason", "finalUrl", NULLIF("anchors", 'null'), "expiresAt"
    FROM jsonb_to_recordset(${toStoredJson([...rows.values()])}::jsonb) AS new("key" text, "state" text, "rule" text, "status" integer,
      "reason" text, "finalUrl" text, "anchors" jsonb, "expiresAt" timestamp(3))
    ORDER BY "key"
    ON CONFLICT ("key") DO UPDATE SET "state" = EXCLUDED."state", "rule" = EXCLUDED."rule", "status" = EXCLUDED."status",
      "reason" = EXCLUDED."reason", "finalUrl" = EXCLUDED."finalUrl", "anchors" = EXCLUDED."anchors", "expiresAt" = EXCLUDED."expiresAt"`;
  await db.$executeRaw`
    DELETE FROM "TargetAnswer" WHERE "key" IN (
      SELECT "key" FROM "TargetAnswer" WHERE "expiresAt" < ${now} ORDER BY "key" LIMIT ${MOST_DROPPED} FOR UPDATE SKIP LOCKED)`;
}

function rowOf({ address, answer, forMs }: Kept, now: Date) {
  const { state, rule, status, reason, finalUrl, anchors, isScripted } = answer;
  // Scripts may create more anchors, so a missing one proves nothing: then the anchors are requested again.
  const places = anchors && !isScripted && anchors.length <= MOST_ANCHORS ? anchors : null;
  const expiresAt = new Date(now.getTime() + forMs);
  return { key: keyOf(address), state, rule, status, reason, finalUrl, anchors: places, expiresAt };
}

/** Hashes an address, so that the table reveals none. */
function keyOf(address: string): string {
  return hashOf(["target", address]);
}
