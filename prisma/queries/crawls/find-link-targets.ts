import type { Database } from "#prisma/client.ts";
import { LOADING_ELEMENTS, neededAt, needsFile, type TargetUse } from "#worker/core/checks/links/target-use.ts";
import type { LinkTargets } from "#worker/core/crawl/crawl-memory.ts";

/** `ofVisitedPages`: only the targets of pages that this Crawl read. */
type OfCrawl = { siteId: string; crawlId: string; ofVisitedPages?: boolean };
type Row = { url: string | null; known: bigint };

/** Number of pages whose targets are read in one part, to bound memory. */
const PAGES_A_PART = 5_000;

/**
 * Yields the distinct link targets of a Site's current pages, in parts. Working targets on pages that this Crawl found
 * unchanged are only counted, since they need no new request. Of single pages, those come first that did not work before, or are new.
 */
export async function* findLinkTargets(
  db: Database,
  { siteId, crawlId, ofVisitedPages = false }: OfCrawl,
): AsyncGenerator<LinkTargets, void, undefined> {
  const pages = ofVisitedPages ? 1 : await db.page.count({ where: { siteId, snapshotId: { not: null } } });
  const parts = Math.ceil(pages / PAGES_A_PART);
  for (let part = 0; part < parts; part++) {
    const rows = await db.$queryRaw<Row[]>`
      WITH target AS (
        SELECT DISTINCT link."url"
        FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId", unnest(snapshot."targets") AS link("url")
        WHERE page."siteId" = ${siteId} AND (${!ofVisitedPages} OR EXISTS (
          SELECT 1 FROM "CrawlPage" AS visit WHERE visit."crawlId" = ${crawlId} AND visit."url" = page."url"
            AND visit."outcome" IN ('new', 'changed', 'unchanged')))
          AND (${parts} = 1 OR abs(hashtext(link."url")::bigint) % ${parts} = ${part})
      ), judged AS (
        SELECT target."url", EXISTS (
          SELECT 1 FROM "CrawlPage" AS visit WHERE visit."crawlId" = ${crawlId} AND visit."url" = split_part(target."url", '#', 1)
            AND visit."outcome" = 'unchanged' AND NOT visit."refreshed"
        ) AND EXISTS (
          SELECT 1 FROM "LinkTarget" AS known WHERE known."siteId" = ${siteId} AND known."url" = target."url" AND known."state" = 'ok'
        ) AS "isKnown" FROM target
      )
      SELECT "url", 0::bigint AS "known", ${ofVisitedPages} AND EXISTS (
        SELECT 1 FROM "LinkTarget" AS known WHERE known."siteId" = ${siteId} AND known."url" = judged."url" AND known."state" = 'ok'
      ) AS "worked" FROM judged WHERE NOT "isKnown"
      UNION ALL SELECT NULL, count(*), false FROM judged WHERE "isKnown"
      ORDER BY "worked", 1`;
    const targets = rows.map(({ url }) => url).filter((url) => url !== null);
    const known = Number(rows.find(({ url }) => url === null)?.known ?? 0);
    // The links of all pages are read once: for all parts together where there are several.
    const uses =
      parts === 1
        ? await findUses(db, siteId, targets)
        : part === 0
          ? await findUses(db, siteId, null)
          : new Map<string, TargetUse>();
    yield { targets, known, uses };
  }
}

type UseRow = { url: string; element: string; rel: string | null; page: string };

/** Reads how the Site's pages load some targets, or all of them (null): one page for each use. */
async function findUses(db: Database, siteId: string, targets: string[] | null): Promise<Map<string, TargetUse>> {
  const rows = await db.$queryRaw<UseRow[]>`
    SELECT link."url", link."element", link."rel", min(page."url") AS "page"
    FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId",
      jsonb_to_recordset(snapshot."links") AS link("url" text, "element" text, "rel" text)
    WHERE page."siteId" = ${siteId} AND link."element" = ANY(${LOADING_ELEMENTS})
      AND (${targets === null} OR link."url" IN (SELECT unnest(${targets ?? []}::text[])))
    GROUP BY 1, 2, 3`;
  const uses = new Map<string, TargetUse>();
  for (const { url, page, ...link } of rows) {
    const needs = neededAt(link);
    if (needs && !needsFile(uses.get(url)?.needs)) uses.set(url, { needs, page });
  }
  return uses;
}
