import type { Transaction } from "#prisma/client.ts";
import { toStoredJson } from "#prisma/stored-json.ts";
import type { PageVisit } from "#worker/core/crawl/visit.ts";
import type { Claim } from "../claim-crawl.ts";
import { heldCrawl } from "./record-visit.ts";

/**
 * Records unchanged pages and takes them off the Crawl's frontier, in one idempotent statement. A worker that lost the Crawl
 * records nothing.
 */
export async function recordUnchanged(tx: Transaction, claim: Claim, visits: PageVisit[], version: string): Promise<void> {
  const { siteId, crawlId } = claim;
  const rows = visits.map(({ url, depth, status, rendered, ms, validators, isFullyChecked }) => {
    return { url, depth, status, rendered, ms, ...validators, isFullyChecked };
  });
  if (rows.length === 0) return;
  // Ordered by address, so that concurrent statements cannot deadlock.
  await tx.$executeRaw`
    WITH ${heldCrawl(claim)}, visit AS MATERIALIZED (
      SELECT now.* FROM jsonb_to_recordset(${toStoredJson(rows)}::jsonb) AS now("url" text, "depth" integer, "status" integer,
        "rendered" text, "ms" integer, "etag" text, "lastModified" text, "bodyHash" text, "isFullyChecked" boolean), held
      ORDER BY "url"
    ), page AS (
      UPDATE "Page" AS page SET "depth" = visit."depth", "status" = visit."status", "lastVisitedAt" = now(), "rendered" = visit."rendered",
        "etag" = visit."etag", "lastModified" = visit."lastModified", "bodyHash" = visit."bodyHash", "gone" = false,
        "checksVersion" = CASE WHEN visit."isFullyChecked" THEN ${version} ELSE page."checksVersion" END
      FROM visit WHERE page."siteId" = ${siteId} AND page."url" = visit."url"
    )
    INSERT INTO "CrawlPage" ("crawlId", "url", "depth", "source", "done", "outcome", "status", "rendered", "ms")
    SELECT ${crawlId}, "url", "depth", 'known', true, 'unchanged', "status", "rendered", "ms" FROM visit
    ON CONFLICT ("crawlId", "url") DO UPDATE SET "done" = true, "outcome" = EXCLUDED."outcome", "status" = EXCLUDED."status",
      "rendered" = EXCLUDED."rendered", "ms" = EXCLUDED."ms", "failureCode" = NULL, "failureMessage" = NULL`;
}
