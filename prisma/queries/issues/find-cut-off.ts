import type { Transaction } from "#prisma/client.ts";
import { MIXED_DIALECTS_RULE } from "#worker/core/issues/settle-dialects.ts";
import type { HalfKnown } from "./find-half-known.ts";

/**
 * Returns the fingerprints of those of these Issues that stood, when last seen, on a page of which not all is known: nobody can tell whether
 * they stand there. Links are known once they are read, and so is what the house style says. That a site mixes spellings, any of its pages may tell.
 */
export async function findCutOff(tx: Transaction, issueIds: string[], { cutOff, unchecked }: HalfKnown): Promise<string[]> {
  if (issueIds.length === 0 || cutOff.length + unchecked.length === 0) return [];
  const rows = await tx.$queryRaw<{ fingerprint: string }[]>`
    SELECT "fingerprint" FROM "Issue" AS issue WHERE "id" = ANY(${issueIds}) AND (
      (issue."rule" = ${MIXED_DIALECTS_RULE} AND ${unchecked.length > 0})
      OR EXISTS (
        SELECT 1 FROM "Occurrence" AS occurrence WHERE occurrence."issueId" = issue."id"
          AND (occurrence."pageId" = ANY(${cutOff}) OR (occurrence."pageId" = ANY(${unchecked}) AND issue."check" NOT IN ('links', 'style')))))`;
  return rows.map(({ fingerprint }) => fingerprint);
}
