import type { Transaction } from "#prisma/client.ts";
import { Prisma } from "#prisma/client.ts";
import { storable, toStoredJson } from "#prisma/stored-json.ts";
import { UUID_7 } from "#prisma/uuid-7.ts";
import { READING_VERSION } from "#worker/core/crawl/reading-version.ts";
import type { PageVisit } from "#worker/core/crawl/visit.ts";
import { isRequestable } from "#worker/core/page/html/link-attributes.ts";
import type { Snapshot } from "#worker/core/page/snapshot/snapshot.ts";
import { hashOf } from "#worker/core/text/text-hash.ts";
import type { Claim } from "../claim-crawl.ts";

/**
 * Records the result of visiting one page and takes it off the Crawl's frontier, in one idempotent statement. A failed visit
 * keeps what was known of the page. A worker that lost the Crawl records nothing.
 */
export async function recordVisit(tx: Transaction, place: Claim, visit: PageVisit, checksVersion: string): Promise<void> {
  const rows = [heldCrawl(place), pageRow(place, visit, checksVersion)];
  if (visit.snapshot)
    rows.push(visit.outcome === "unchanged" ? refreshedSnapshot(visit.snapshot, visit.leads) : snapshotRow(place, visit));
  if (visit.newBlocks.length > 0) rows.push(blockRows(place, visit, checksVersion));
  await tx.$executeRaw`WITH ${Prisma.join(rows, ", ")} ${frontierRow(place, visit)}`;
}

/** Defines `held` for a statement: one row while this worker holds the Crawl, otherwise none. */
export function heldCrawl({ crawlId, attempt }: Claim): Prisma.Sql {
  return Prisma.sql`held AS (SELECT 1 FROM "Crawl" WHERE "id" = ${crawlId} AND "attempts" = ${attempt} AND "state" = 'running')`;
}

/** Derives the id of a page's Snapshot in a Crawl, so that recording it twice updates the same row. */
function snapshotIdOf({ crawlId }: Claim, url: string): string {
  return hashOf(["snapshot", crawlId, url]);
}

function pageRow(place: Claim, visit: PageVisit, version: string): Prisma.Sql {
  const { url, depth, status, rendered, validators } = visit;
  const { bodyHash } = validators;
  const [etag, lastModified] = [validators.etag, validators.lastModified].map((value) => value && storable(value));
  const insert = Prisma.sql`
    INSERT INTO "Page" ("id", "siteId", "url", "depth", "status", "rendered", "title", "etag", "lastModified", "bodyHash", "checksVersion", "readingVersion", "gone", "lastVisitedAt", "snapshotId")
    SELECT ${UUID_7}, ${place.siteId}, ${url}, ${depth}, ${status}, ${rendered}, ${storable(visit.snapshot?.title ?? "")},
      ${etag}, ${lastModified}, ${bodyHash}, ${visit.isFullyChecked ? version : null}, ${READING_VERSION}, ${isGone(visit)}, now(), ${visit.snapshot ? snapshotIdOf(place, url) : null}
    FROM held
    ON CONFLICT ("siteId", "url") DO UPDATE SET "depth" = EXCLUDED."depth", "status" = EXCLUDED."status", "lastVisitedAt" = EXCLUDED."lastVisitedAt"`;
  return Prisma.sql`page AS (${insert} ${whatIsNew(visit)} RETURNING "id", "snapshotId")`;
}

/** Returns the columns of a known page that a visit overwrites. */
function whatIsNew(visit: PageVisit): Prisma.Sql {
  const validators = Prisma.sql`, "checksVersion" = EXCLUDED."checksVersion", "readingVersion" = EXCLUDED."readingVersion", "etag" = EXCLUDED."etag", "lastModified" = EXCLUDED."lastModified", "bodyHash" = EXCLUDED."bodyHash"`;
  if (visit.snapshot && visit.outcome !== "unchanged")
    return Prisma.sql`${validators}, "rendered" = EXCLUDED."rendered", "title" = EXCLUDED."title", "snapshotId" = EXCLUDED."snapshotId", "gone" = EXCLUDED."gone"`;
  if (visit.outcome === "unchanged") return Prisma.sql`${validators}, "rendered" = EXCLUDED."rendered", "gone" = false`;
  return isGone(visit) ? Prisma.sql`${validators}, "snapshotId" = NULL, "gone" = true` : Prisma.empty;
}

/**
 * Returns true if the server reported the page as gone or it is no page of its own, such as a sitemap. A page that robots.txt
 * excludes is merely unknown.
 */
function isGone({ outcome, failure }: PageVisit): boolean {
  return outcome === "gone" || (outcome === "skipped" && failure?.code !== "robots");
}

function snapshotRow(place: Claim, { url, snapshot, leads }: PageVisit): Prisma.Sql {
  if (!snapshot) return Prisma.empty;
  const { title, lang, contentHash, detailHash, isTruncated } = snapshot;
  const { blocks, links, anchors, targets } = storedParts(snapshot);
  return Prisma.sql`snapshot AS (
    INSERT INTO "Snapshot" ("id", "pageId", "crawlId", "title", "lang", "contentHash", "detailHash", "isTruncated",
      "blocks", "links", "anchors", "targets", "leads")
    SELECT ${snapshotIdOf(place, url)}, page."id", ${place.crawlId}, ${storable(title)}, ${lang && storable(lang)}, ${contentHash},
      ${detailHash}, ${isTruncated}, ${blocks}::jsonb, ${links}::jsonb, ${anchors}::jsonb, ${targets}, ${leads}
    FROM page
    ON CONFLICT ("id") DO UPDATE SET "title" = EXCLUDED."title", "lang" = EXCLUDED."lang", "contentHash" = EXCLUDED."contentHash",
      "detailHash" = EXCLUDED."detailHash", "isTruncated" = EXCLUDED."isTruncated", "blocks" = EXCLUDED."blocks",
      "links" = EXCLUDED."links", "anchors" = EXCLUDED."anchors", "targets" = EXCLUDED."targets", "leads" = EXCLUDED."leads")`;
}

/** Updates the current Snapshot of a page with the same text, since selectors, links and anchors may differ. */
function refreshedSnapshot(snapshot: Snapshot, leads: string[]): Prisma.Sql {
  const { blocks, links, anchors, targets } = storedParts(snapshot);
  return Prisma.sql`snapshot AS (
    UPDATE "Snapshot" SET "detailHash" = ${snapshot.detailHash}, "isTruncated" = ${snapshot.isTruncated}, "blocks" = ${blocks}::jsonb,
      "links" = ${links}::jsonb, "anchors" = ${anchors}::jsonb, "targets" = ${targets}, "leads" = ${leads}
    FROM page WHERE "Snapshot"."id" = page."snapshotId")`;
}

function storedParts({ blocks, links, anchors }: Snapshot) {
  return {
    blocks: toStoredJson(blocks.map(({ hash, kind, selector }) => ({ hash, kind, selector }))),
    links: toStoredJson(links),
    anchors: toStoredJson(anchors),
    targets: [...new Set(links.filter(isRequestable).map((link) => storable(link.url)))],
  };
}

/** Ordered by hash, so that pages recorded at the same time cannot deadlock. */
function blockRows({ siteId, crawlId }: Claim, { newBlocks, checked }: PageVisit, checksVersion: string): Prisma.Sql {
  const results = new Map(checked.map((result) => [result.hash, result]));
  const rows = newBlocks.map(({ hash, kind, lang, text }) => {
    const result = results.get(hash);
    const { language = null, findings = [] } = result ?? {};
    return { hash, kind, lang, text, checksVersion: result && !result.unfinished ? checksVersion : null, language, findings };
  });
  return Prisma.sql`block AS (
    INSERT INTO "Block" ("siteId", "hash", "kind", "lang", "text", "firstCrawlId", "checksVersion", "language", "findings")
    SELECT ${siteId}, "hash", "kind", "lang", "text", ${crawlId}, "checksVersion", "language", "findings"
    FROM jsonb_to_recordset(${toStoredJson(rows)}::jsonb)
      AS new("hash" text, "kind" text, "lang" text, "text" text, "checksVersion" text, "language" text, "findings" jsonb), held
    ORDER BY "hash"
    ON CONFLICT ("siteId", "hash") DO UPDATE SET
      "checksVersion" = EXCLUDED."checksVersion", "language" = EXCLUDED."language", "findings" = EXCLUDED."findings"
      WHERE EXCLUDED."checksVersion" IS NOT NULL)`;
}

function frontierRow({ crawlId }: Claim, visit: PageVisit): Prisma.Sql {
  const { url, depth, outcome, status, rendered, ms, failure } = visit;
  return Prisma.sql`
    INSERT INTO "CrawlPage" ("crawlId", "url", "depth", "source", "done", "outcome", "refreshed", "reread", "status", "rendered", "ms", "failureCode", "failureMessage")
    SELECT ${crawlId}, ${url}, ${depth}, 'link', true, ${outcome}, ${outcome === "unchanged" && visit.snapshot !== null}, ${visit.isReread}, ${status}, ${rendered}, ${ms}, ${failure?.code ?? null}, ${failure && storable(failure.message)}
    FROM held
    ON CONFLICT ("crawlId", "url") DO UPDATE SET "done" = true, "outcome" = EXCLUDED."outcome", "refreshed" = EXCLUDED."refreshed", "reread" = EXCLUDED."reread", "status" = EXCLUDED."status",
      "rendered" = EXCLUDED."rendered", "ms" = EXCLUDED."ms", "failureCode" = EXCLUDED."failureCode", "failureMessage" = EXCLUDED."failureMessage"`;
}
