import type { Transaction } from "../client.ts";

/**
 * Fingerprints of those of these Issues that stood, when last seen, on a page which is not read to its end now: nobody can tell whether
 * they stand beyond it.
 */
export async function findCutOff(tx: Transaction, issueIds: string[]): Promise<string[]> {
  if (issueIds.length === 0) return [];
  const rows = await tx.$queryRaw<{ fingerprint: string }[]>`
    SELECT "fingerprint" FROM "Issue" AS issue WHERE "id" = ANY(${issueIds}) AND EXISTS (
      SELECT 1 FROM "Occurrence" AS occurrence
        JOIN "Page" AS page ON page."id" = occurrence."pageId"
        JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId"
      WHERE occurrence."issueId" = issue."id" AND snapshot."isTruncated")`;
  return rows.map(({ fingerprint }) => fingerprint);
}
