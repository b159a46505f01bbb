import type { Transaction } from "#prisma/client.ts";
import type { KnownIssue, KnownPlace, SeenIssue } from "#worker/core/issues/issue.ts";

type Row = Pick<KnownPlace, "url" | "selector" | "excerpt" | "isPageGone" | "isUnread"> & {
  issueId: string;
  siteId: string;
  snapshotId: string | null;
  isInText: boolean;
  /** The address of a link; null for other mistakes. */
  target: string | null;
};
type Contents = {
  id: string;
  blocks: { hash: string; selector: string }[];
  links: { url: string; selector: string }[];
  fresh: string[];
};
/** Texts and links of a page as it is now. */
type PageNow = {
  hashAt: ReadonlyMap<string, string>;
  linkAt: ReadonlyMap<string, string>;
  targets: ReadonlySet<string>;
  fresh: string[];
};

/** New texts of a page that are searched for a correction. */
const MOST_FRESH = 200;
/** Pages that are read at a time, because one may have thousands of texts and links. */
const PAGES_AT_A_TIME = 50;

/**
 * Adds the last places to the Issues that a Crawl did not see, with what is there now. Fixed ones have none. Each page is read once, however
 * many Issues it had.
 */
export async function findKnownPlaces(
  tx: Transaction,
  { known, seen, crawlId }: { known: KnownIssue[]; seen: readonly SeenIssue[]; crawlId: string | null },
): Promise<KnownIssue[]> {
  const seenNow = new Set(seen.map(({ fingerprint }) => fingerprint));
  const unseen = known.filter(({ state, fingerprint }) => state !== "fixed" && !seenNow.has(fingerprint));
  if (unseen.length === 0) return known;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT occurrence."issueId", page."siteId", page."snapshotId", page."url", occurrence."selector", occurrence."excerpt",
      occurrence."blockHash" IS NOT NULL AS "isInText", CASE WHEN issue."check" = 'links' THEN issue."text" END AS "target",
      page."snapshotId" IS NULL AS "isPageGone",
      CASE WHEN page."snapshotId" IS NULL THEN COALESCE(visit."outcome" = 'failed', false)
        ELSE COALESCE(visit."outcome", 'failed') NOT IN ('new', 'changed', 'unchanged') END AS "isUnread"
    FROM "Occurrence" AS occurrence
      JOIN "Issue" AS issue ON issue."id" = occurrence."issueId"
      JOIN "Page" AS page ON page."id" = occurrence."pageId"
      LEFT JOIN "CrawlPage" AS visit ON visit."crawlId" = ${crawlId} AND visit."url" = page."url"
    WHERE occurrence."issueId" = ANY(${unseen.map(({ id }) => id)})
    ORDER BY length(page."url"), page."url", occurrence."selector"`;
  const found = new Map<Row, KnownPlace>();
  const pages = [...Map.groupBy(rows, ({ snapshotId }) => snapshotId).values()];
  for (let index = 0; index < pages.length; index += PAGES_AT_A_TIME)
    await addPlaces(tx, pages.slice(index, index + PAGES_AT_A_TIME).flat(), found);
  const places = Map.groupBy(rows, ({ issueId }) => issueId);
  return known.map((issue) => ({
    ...issue,
    occurrences: (places.get(issue.id) ?? []).flatMap((row) => found.get(row) ?? []),
  }));
}

async function addPlaces(tx: Transaction, rows: readonly Row[], found: Map<Row, KnownPlace>): Promise<void> {
  const ids = [...new Set(rows.flatMap(({ snapshotId }) => snapshotId ?? []))];
  const pages = new Map((await readContents(tx, ids)).map((contents) => [contents.id, asPageNow(contents)]));
  const pageOf = ({ snapshotId }: Row) => pages.get(snapshotId ?? "");
  const hashes = rows.flatMap((row) => pageOf(row)?.hashAt.get(row.selector) ?? []);
  const texts = await readTexts(tx, rows[0]?.siteId ?? "", hashes);
  for (const row of rows) found.set(row, placeOf(row, pageOf(row), texts));
}

async function readContents(tx: Transaction, ids: readonly string[]): Promise<Contents[]> {
  if (ids.length === 0) return [];
  return await tx.$queryRaw<Contents[]>`
    SELECT snapshot."id", snapshot."blocks", snapshot."links", COALESCE(fresh."texts", '{}') AS "fresh"
    FROM "Snapshot" AS snapshot
      JOIN "Page" AS page ON page."snapshotId" = snapshot."id"
      LEFT JOIN LATERAL (
        SELECT array_agg(said."text") AS "texts" FROM (
          SELECT own."text" FROM jsonb_to_recordset(snapshot."blocks") AS placed("hash" text)
            JOIN "Block" AS own ON own."siteId" = page."siteId" AND own."hash" = placed."hash"
          WHERE NOT EXISTS (
            SELECT 1 FROM "Crawl" AS crawl WHERE crawl."id" = own."firstCrawlId" AND crawl."state" = 'finished')
          LIMIT ${MOST_FRESH}) AS said) AS fresh ON true
    WHERE snapshot."id" = ANY(${ids})`;
}

async function readTexts(tx: Transaction, siteId: string, hashes: readonly string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ hash: string; text: string }[]>`
    SELECT "hash", "text" FROM "Block" WHERE "siteId" = ${siteId} AND "hash" = ANY(${[...new Set(hashes)]})`;
  return new Map(rows.map(({ hash, text }) => [hash, text]));
}

/** The first of several at one place counts. */
function asPageNow({ blocks, links, fresh }: Contents): PageNow {
  return {
    hashAt: new Map(blocks.toReversed().map(({ selector, hash }) => [selector, hash])),
    linkAt: new Map(links.toReversed().map(({ selector, url }) => [selector, url])),
    targets: new Set(links.map(({ url }) => url)),
    fresh,
  };
}

function placeOf(row: Row, page: PageNow | undefined, texts: ReadonlyMap<string, string>): KnownPlace {
  const { url, selector, excerpt, isPageGone, isUnread, isInText, target } = row;
  const hash = isInText ? page?.hashAt.get(selector) : page?.linkAt.get(selector);
  const text = isInText ? texts.get(hash ?? "") : hash;
  return {
    ...{ url, selector, excerpt, isPageGone, isUnread },
    now: hash !== undefined && text !== undefined ? { hash, text } : null,
    fresh: isInText ? (page?.fresh ?? []) : [],
    isStillLinked: target !== null && page?.targets.has(target) === true,
  };
}
