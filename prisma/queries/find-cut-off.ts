import { MIXED_DIALECTS_RULE } from "#worker/core/issues/settle-dialects.ts";
import type { Transaction } from "../client.ts";

/**
 * Returns the fingerprints of those of these Issues that stood, when last seen, on a page which is not read to its end now, or has a Block
 * that is not checked to its end: nobody can tell whether they stand there. That a site mixes spellings, its other pages tell, too.
 */
export async function findCutOff(tx: Transaction, issueIds: string[]): Promise<string[]> {
  if (issueIds.length === 0) return [];
  const rows = await tx.$queryRaw<{ fingerprint: string }[]>`
    SELECT "fingerprint" FROM "Issue" AS issue WHERE "id" = ANY(${issueIds}) AND (EXISTS (
      SELECT 1 FROM "Occurrence" AS occurrence
        JOIN "Page" AS page ON page."id" = occurrence."pageId"
        JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId"
      WHERE occurrence."issueId" = issue."id"
        AND (snapshot."isTruncated" OR (page."checksVersion" IS NULL AND issue."check" <> 'links')))
      OR (issue."rule" = ${MIXED_DIALECTS_RULE} AND EXISTS (
        SELECT 1 FROM "Page" AS page
        WHERE page."siteId" = issue."siteId" AND page."snapshotId" IS NOT NULL AND page."checksVersion" IS NULL)))`;
  return rows.map(({ fingerprint }) => fingerprint);
}
