import type { Database } from "#prisma/client.ts";

export type PageToDraw = { pageId: string; snapshotId: string; url: string };

/** Time after which a page that could not be drawn is tried again, unless it changes before. */
const AGAIN_MS = 3 * 86_400_000;

/**
 * Returns pages of a Site with unsettled Issues that no picture of their current Snapshot was searched for: those without a picture first,
 * then the surest Issues, and the pages nearest to the start page. For the worker.
 */
export async function findPagesToDraw(
  db: Database,
  { siteId, now, take }: { siteId: string; now: Date; take: number },
): Promise<PageToDraw[]> {
  const before = new Date(now.getTime() - AGAIN_MS);
  return db.$queryRaw<PageToDraw[]>`
    SELECT page."id" AS "pageId", page."snapshotId", page."url"
    FROM "Page" AS page
    JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId"
    JOIN "Occurrence" AS occurrence ON occurrence."pageId" = page."id"
    JOIN "Issue" AS issue ON issue."id" = occurrence."issueId"
    LEFT JOIN "Block" AS block ON block."siteId" = ${siteId} AND block."hash" = occurrence."blockHash"
    LEFT JOIN LATERAL (
      SELECT "sought" FROM "Picture" WHERE "pageId" = page."id" AND "snapshotId" = page."snapshotId" ORDER BY "takenAt" DESC LIMIT 1
    ) AS picture ON true
    WHERE page."siteId" = ${siteId} AND issue."siteId" = ${siteId} AND NOT page."gone"
      AND issue."state" NOT IN ('fixed', 'ignored')
      AND (occurrence."blockHash" IS NULL AND issue."check" = 'links'
        OR block."kind" NOT IN ('title', 'description', 'social', 'name', 'empty-heading'))
      AND (picture."sought" IS NULL OR NOT occurrence."id" = ANY(picture."sought"))
      AND (page."undrawnAt" IS NULL OR page."undrawnAt" < ${before} OR page."undrawnAt" < snapshot."createdAt")
    GROUP BY page."id", (picture."sought" IS NULL)
    ORDER BY (picture."sought" IS NULL) DESC, round(max(issue."confidence")::numeric, 1) DESC, page."depth", count(*) DESC, page."id"
    LIMIT ${take}`;
}
