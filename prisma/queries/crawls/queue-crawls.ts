import type { Transaction } from "#prisma/client.ts";
import { enqueueCrawls, type Queue } from "#prisma/queue.ts";
import { UUID_7 } from "#prisma/uuid-7.ts";

/** `nextCrawlAt`: when its Crawl was due. */
type DueSite = { id: string; nextCrawlAt: Date };

/**
 * Queues the daily Crawls of many Sites, together with the jobs that wake workers, in two statements. A Site with a Crawl under way keeps
 * that one. Returns the number of Crawls queued.
 */
export async function queueCrawls(
  tx: Transaction,
  queue: Queue,
  { sites, now }: { sites: readonly DueSite[]; now: Date },
): Promise<number> {
  const siteIds = sites.map(({ id }) => id);
  const dueAt = sites.map(({ nextCrawlAt }) => nextCrawlAt.toISOString());
  // One look at the index for each Site: joined, PostgreSQL might read all Crawls.
  const crawls = await tx.$queryRaw<{ id: string; reason: "scheduled" | "first" }[]>`
    INSERT INTO "Crawl" ("id", "siteId", "reason", "queuedAt", "dueAt")
    SELECT ${UUID_7}, site."id", CASE WHEN earlier."finished" THEN 'scheduled' ELSE 'first' END::"CrawlReason", ${now}, site."dueAt"
    FROM unnest(${siteIds}::text[], ${dueAt}::timestamp[]) AS site("id", "dueAt") LEFT JOIN LATERAL (
      SELECT true AS "finished" FROM "Crawl" AS crawl WHERE crawl."siteId" = site."id" AND crawl."state" = 'finished' LIMIT 1) AS earlier ON true
    ON CONFLICT DO NOTHING RETURNING "id", "reason"::text AS "reason"`;
  await enqueueCrawls(queue, tx, crawls);
  return crawls.length;
}
