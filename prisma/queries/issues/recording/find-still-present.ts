import type { Transaction } from "#prisma/client.ts";

/** Returns the ids of those Issues whose Block is still on the page, word for word. */
export async function findStillPresent(tx: Transaction, issueIds: string[]): Promise<Set<string>> {
  if (issueIds.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Issue" AS issue WHERE "id" = ANY(${issueIds}) AND EXISTS (
      SELECT 1 FROM "Occurrence" AS occurrence
        JOIN "Page" AS page ON page."id" = occurrence."pageId"
        JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId"
      WHERE occurrence."issueId" = issue."id"
        AND snapshot."blocks" @> jsonb_build_array(jsonb_build_object('hash', occurrence."blockHash")))`;
  return new Set(rows.map(({ id }) => id));
}
