import type { Transaction } from "#prisma/client.ts";
import type { KnownIssue, KnownPlace, SeenIssue } from "#worker/core/issues/issue.ts";

type Row = Omit<KnownPlace, "now"> & { issueId: string; hash: string | null; text: string | null };

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
      COALESCE(visit."outcome", 'failed') NOT IN ('new', 'changed', 'unchanged') AS "isUnread",
      COALESCE(block."hash", link."url") AS "hash", COALESCE(block."text", link."url") AS "text"
    FROM "Occurrence" AS occurrence
      JOIN "Page" AS page ON page."id" = occurrence."pageId"
      LEFT JOIN "CrawlPage" AS visit ON visit."crawlId" = ${crawlId} AND visit."url" = page."url"
      LEFT JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId"
      LEFT JOIN LATERAL (
        SELECT placed."hash" FROM jsonb_to_recordset(snapshot."blocks") AS placed("hash" text, "selector" text)
        WHERE occurrence."blockHash" IS NOT NULL AND placed."selector" = occurrence."selector" LIMIT 1) AS placed ON true
      LEFT JOIN LATERAL (
        SELECT linked."url" FROM jsonb_to_recordset(snapshot."links") AS linked("url" text, "selector" text)
        WHERE occurrence."blockHash" IS NULL AND linked."selector" = occurrence."selector" LIMIT 1) AS link ON true
      LEFT JOIN "Block" AS block ON block."siteId" = page."siteId" AND block."hash" = placed."hash"
    WHERE occurrence."issueId" = ANY(${ids})
    ORDER BY length(page."url"), page."url", occurrence."selector"`;
  const places = Map.groupBy(rows, ({ issueId }) => issueId);
  return known.map((issue) => ({ ...issue, occurrences: (places.get(issue.id) ?? []).map(asPlace) }));
}

function asPlace({ url, selector, excerpt, isPageGone, isUnread, hash, text }: Row): KnownPlace {
  return { url, selector, excerpt, isPageGone, isUnread, now: hash !== null && text !== null ? { hash, text } : null };
}
