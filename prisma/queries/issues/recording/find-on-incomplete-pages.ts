import type { Transaction } from "#prisma/client.ts";
import { MIXED_DIALECTS_RULE } from "#worker/core/issues/settle-dialects.ts";
import type { IncompletePages } from "./find-incomplete-pages.ts";

/**
 * Returns the fingerprints of those Issues last seen on pages that were not read or checked completely, so that nothing says if
 * they are still there. Link and house style Issues are known once the page is read; the mixed-dialects rule depends on every page.
 */
export async function findOnIncompletePages(
  tx: Transaction,
  issueIds: string[],
  { cutOff, unchecked }: IncompletePages,
): Promise<string[]> {
  if (issueIds.length === 0 || cutOff.length + unchecked.length === 0) return [];
  const rows = await tx.$queryRaw<{ fingerprint: string }[]>`
    SELECT "fingerprint" FROM "Issue" AS issue WHERE "id" = ANY(${issueIds}) AND (
      (issue."rule" = ${MIXED_DIALECTS_RULE} AND ${unchecked.length > 0})
      OR EXISTS (
        SELECT 1 FROM "Occurrence" AS occurrence WHERE occurrence."issueId" = issue."id"
          AND (occurrence."pageId" = ANY(${cutOff}) OR (occurrence."pageId" = ANY(${unchecked}) AND issue."check" NOT IN ('links', 'style')))))`;
  return rows.map(({ fingerprint }) => fingerprint);
}
