import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { storedBlockKind } from "#prisma/stored-json.ts";
import type { PlacedMistake } from "#worker/core/page/locate/to-wanted-mark.ts";

/** `issueId`: the Issue that the Occurrence `id` belongs to. */
export type MistakeOnPage = PlacedMistake & { issueId: string };

/** Mistakes on one page that are marked, the surest first. */
const MOST_MARKS = 300;

const rowSchema = z.object({
  id: z.string(),
  issueId: z.string(),
  selector: z.string(),
  check: z.string(),
  target: z.string(),
  kind: storedBlockKind.nullable(),
  text: z.string().nullable(),
  start: z.number().nullable(),
  end: z.number().nullable(),
});

/**
 * Returns the unsettled mistakes on a page for its picture, and the ids of all their Occurrences, of which there may be more. For the
 * worker.
 */
export async function findMistakesOnPage(
  db: Database,
  { siteId, pageId }: { siteId: string; pageId: string },
): Promise<{ mistakes: MistakeOnPage[]; all: string[] }> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT occurrence."id", issue."id" AS "issueId", occurrence."selector", issue."check", issue."text" AS "target",
      block."kind", block."text", occurrence."start", occurrence."end"
    FROM "Occurrence" AS occurrence JOIN "Issue" AS issue ON issue."id" = occurrence."issueId"
      LEFT JOIN "Block" AS block ON block."siteId" = ${siteId} AND block."hash" = occurrence."blockHash"
    WHERE occurrence."pageId" = ${pageId} AND issue."siteId" = ${siteId} AND issue."state" NOT IN ('fixed', 'ignored')
    ORDER BY issue."confidence" DESC, occurrence."id"`;
  const found = z.array(rowSchema).parse(rows);
  const mistakes = found.slice(0, MOST_MARKS).flatMap(({ check, kind, text, start, end, ...mistake }): MistakeOnPage[] => {
    if (kind !== null && text !== null && start !== null && end !== null)
      return [{ ...mistake, block: { kind, text, start, end } }];
    return check === "links" ? [{ ...mistake, block: null }] : [];
  });
  return { mistakes, all: found.map(({ id }) => id) };
}
