import { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import { storedBlockKind, toStoredJson } from "#prisma/stored-json.ts";
import { issueWeight, PAGE_AREAS, type Showing } from "#worker/core/issues/issue-weight.ts";

type Row = { id: string; confidence: number; pageCount: number; firstUrl: string; sections: string[]; showings: unknown };

/** Rows per statement. */
const BATCH = 2_000;
const showingsSchema = z.array(
  z.object({ kind: storedBlockKind.nullable(), area: z.enum(PAGE_AREAS), isOnStartPage: z.boolean() }),
) satisfies z.ZodType<Showing[]>;

/** Updates what the list sorts and filters by: weight, number of pages, first page and sections. Call it after their Occurrences changed. */
export async function weighIssues(tx: Transaction, issueIds: readonly string[]): Promise<void> {
  for (let at = 0; at < issueIds.length; at += BATCH) {
    const rows = await findPlaced(tx, issueIds.slice(at, at + BATCH));
    const weighed = rows.map(({ showings, ...row }) => ({
      ...row,
      weight: issueWeight({ ...row, showings: showingsSchema.parse(showings) }),
    }));
    await tx.$executeRaw`
      UPDATE "Issue" AS issue SET "weight" = now."weight", "pageCount" = now."pageCount", "firstUrl" = now."firstUrl", "sections" = now."sections"
      FROM jsonb_to_recordset(${toStoredJson(weighed)}::jsonb) AS now("id" text, "weight" double precision, "pageCount" integer,
        "firstUrl" text, "sections" text[])
      WHERE issue."id" = now."id" AND (issue."weight", issue."pageCount", issue."firstUrl", issue."sections")
        IS DISTINCT FROM (now."weight", now."pageCount", now."firstUrl", now."sections")`;
  }
}

async function findPlaced(tx: Transaction, ids: readonly string[]): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    WITH placed AS (
      SELECT occurrence."issueId", page."id" AS "pageId", page."url",
        left(split_part(split_part(split_part(page."url", '?', 1), '#', 1), '/', 4), 40) AS "section",
        jsonb_build_object('kind', block."kind", 'isOnStartPage', page."depth" = 0, 'area', CASE
          WHEN occurrence."selector" ~* '(^|[ #_-])(footer|aside|sidebar)' THEN 'footer'
          WHEN occurrence."selector" ~* '(^|[ #_-])(nav|header|menu)' THEN 'menu' ELSE 'body' END) AS "showing"
      FROM "Occurrence" AS occurrence
        JOIN "Page" AS page ON page."id" = occurrence."pageId"
        LEFT JOIN "Block" AS block ON block."siteId" = page."siteId" AND block."hash" = occurrence."blockHash"
      WHERE occurrence."issueId" = ANY(${[...ids]})
    ), summed AS (
      SELECT "issueId", count(DISTINCT "pageId")::integer AS "pageCount", jsonb_agg(DISTINCT "showing") AS "showings",
        left((array_agg("url" ORDER BY length("url"), "url"))[1], 300) AS "firstUrl", array_agg(DISTINCT "section") AS "sections"
      FROM placed GROUP BY "issueId"
    )
    SELECT issue."id", issue."confidence", COALESCE(summed."pageCount", 0) AS "pageCount", COALESCE(summed."firstUrl", '') AS "firstUrl",
      CASE WHEN cardinality(summed."sections") > 20 THEN ARRAY['*'] ELSE COALESCE(summed."sections", ARRAY[]::text[]) END AS "sections",
      COALESCE(summed."showings", '[]') AS "showings"
    FROM "Issue" AS issue LEFT JOIN summed ON summed."issueId" = issue."id"
    WHERE issue."id" = ANY(${[...ids]})`;
}
