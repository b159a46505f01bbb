import type { Transaction } from "#prisma/client.ts";
import { snoozedTexts } from "#worker/core/issues/decisions/snooze.ts";

/** Returns the identities of the texts at each Issue's places: see worker/core/issues/decisions/snooze.ts. */
export async function findSnoozedTexts(tx: Transaction, issues: readonly { id: string }[]): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<{ issueId: string; text: string }[]>`
    SELECT DISTINCT occurrence."issueId", COALESCE(block."text", occurrence."excerpt") AS "text"
    FROM "Occurrence" AS occurrence JOIN "Page" AS page ON page."id" = occurrence."pageId"
      LEFT JOIN "Block" AS block ON block."siteId" = page."siteId" AND block."hash" = occurrence."blockHash"
    WHERE occurrence."issueId" = ANY(${issues.map(({ id }) => id)})`;
  return new Map([...Map.groupBy(rows, ({ issueId }) => issueId)].map(([id, places]) => [id, snoozedTexts(places)]));
}
