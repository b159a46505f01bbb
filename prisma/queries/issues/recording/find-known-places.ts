import type { Transaction } from "#prisma/client.ts";
import type { KnownIssue, KnownPlace, SeenIssue } from "#worker/core/issues/issue.ts";

type Row = Required<Omit<KnownPlace, "now">> & { issueId: string; hash: string | null; text: string | null };
/** New texts of a page that are searched for a correction. */
const MOST_FRESH = 200;

/** Adds the last places to the Issues that a Crawl did not see, with what is there now. Fixed ones have none. */
export async function findKnownPlaces(
  tx: Transaction,
  { known, seen, crawlId }: { known: KnownIssue[]; seen: readonly SeenIssue[]; crawlId: string | null },
): Promise<KnownIssue[]> {
  const seenNow = new Set(seen.map(({ fingerprint }) => fingerprint));
  const unseen = known.filter(({ state, fingerprint }) => state !== "fixed" && !seenNow.has(fingerprint));
  if (unseen.length === 0) return known;
  const ids = unseen.map(({ id }) => id);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT occurrence."issueId", page."url", occurrence."selector", occurrence."excerpt", page."snapshotId" IS NULL AS "isPageGone",
      CASE WHEN page."snapshotId" IS NULL THEN COALESCE(visit."outcome" = 'failed', false)
        ELSE COALESCE(visit."outcome", 'failed') NOT IN ('new', 'changed', 'unchanged') END AS "isUnread",
      COALESCE(block."hash", link."url") AS "hash", COALESCE(block."text", link."url") AS "text",
      COALESCE(fresh."texts", '{}') AS "fresh", same."url" IS NOT NULL AS "isStillLinked"
    FROM "Occurrence" AS occurrence
      JOIN "Issue" AS issue ON issue."id" = occurrence."issueId"
      JOIN "Page" AS page ON page."id" = occurrence."pageId"
      LEFT JOIN "CrawlPage" AS visit ON visit."crawlId" = ${crawlId} AND visit."url" = page."url"
      LEFT JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId"
      LEFT JOIN LATERAL (
        SELECT placed."hash" FROM jsonb_to_recordset(snapshot."blocks") AS placed("hash" text, "selector" text)
        WHERE occurrence."blockHash" IS NOT NULL AND placed."selector" = occurrence."selector" LIMIT 1) AS placed ON true
      LEFT JOIN LATERAL (
        SELECT linked."url" FROM jsonb_to_recordset(snapshot."links") AS linked("url" text, "selector" text)
        WHERE occurrence."blockHash" IS NULL AND linked."selector" = occurrence."selector" LIMIT 1) AS link ON true
      LEFT JOIN LATERAL (
        SELECT linked."url" FROM jsonb_to_recordset(snapshot."links") AS linked("url" text)
        WHERE issue."check" = 'links' AND linked."url" = issue."text" LIMIT 1) AS same ON true
      LEFT JOIN LATERAL (
        SELECT array_agg(said."text") AS "texts" FROM (
          SELECT own."text" FROM jsonb_to_recordset(snapshot."blocks") AS placed("hash" text)
            JOIN "Block" AS own ON own."siteId" = page."siteId" AND own."hash" = placed."hash"
          WHERE occurrence."blockHash" IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM "Crawl" AS crawl WHERE crawl."id" = own."firstCrawlId" AND crawl."state" = 'finished')
          LIMIT ${MOST_FRESH}) AS said) AS fresh ON true
      LEFT JOIN "Block" AS block ON block."siteId" = page."siteId" AND block."hash" = placed."hash"
    WHERE occurrence."issueId" = ANY(${ids})
    ORDER BY length(page."url"), page."url", occurrence."selector"`;
  const places = Map.groupBy(rows, ({ issueId }) => issueId);
  return known.map((issue) => ({ ...issue, occurrences: (places.get(issue.id) ?? []).map(asPlace) }));
}

function asPlace({ issueId: _, hash, text, ...place }: Row): KnownPlace {
  return { ...place, now: hash !== null && text !== null ? { hash, text } : null };
}
