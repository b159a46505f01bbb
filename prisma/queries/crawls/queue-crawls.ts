import type { Transaction } from "#prisma/client.ts";
import { enqueueCrawls, type Queue } from "#prisma/queue.ts";

/**
 * Queues the daily Crawls of many Sites, together with the jobs that wake workers, in three statements. A Site with a Crawl under way keeps
 * that one. Returns the number of Crawls queued.
 */
export async function queueCrawls(
  tx: Transaction,
  queue: Queue,
  { siteIds, now }: { siteIds: readonly string[]; now: Date },
): Promise<number> {
  // One look at the index for each Site: joined, PostgreSQL might read all Crawls.
  const finished = await tx.$queryRaw<{ id: string }[]>`
    SELECT site."id" FROM unnest(${siteIds}::text[]) AS site("id") CROSS JOIN LATERAL (
      SELECT 1 FROM "Crawl" AS crawl WHERE crawl."siteId" = site."id" AND crawl."state" = 'finished' LIMIT 1) AS any_finished`;
  const hadOne = new Set(finished.map(({ id }) => id));
  const crawls = await tx.crawl.createManyAndReturn({
    data: siteIds.map((siteId) => ({ siteId, reason: hadOne.has(siteId) ? "scheduled" : "first", queuedAt: now })),
    skipDuplicates: true,
    select: { id: true },
  });
  await enqueueCrawls(queue, tx, crawls);
  return crawls.length;
}
