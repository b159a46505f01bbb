import type { Database } from "#prisma/client.ts";
import type { CrawlReason } from "#prisma/generated/enums.ts";
import { enqueueCrawl, type Queue } from "#prisma/queue.ts";

/** Age at which a queued Crawl that no worker claimed is announced again. */
const UNTAKEN_MS = 60_000;
/** Crawls announced in one call. */
const BATCH = 100;

/**
 * Announces again every Crawl whose worker died (its lease ran out) and every queued Crawl that no worker claimed. A Crawl
 * announced twice is claimed once. Returns the number.
 */
export async function rescueCrawls(db: Database, queue: Queue, now: Date): Promise<number> {
  const untakenSince = new Date(now.getTime() - UNTAKEN_MS);
  return db.$transaction(async (tx) => {
    // The states are literals, so that PostgreSQL uses the index of Crawls under way.
    const lost = await tx.$queryRaw<{ id: string; reason: CrawlReason }[]>`
      SELECT "id", "reason"::text AS "reason" FROM "Crawl"
      WHERE "state" IN ('queued', 'running')
        AND ("state" = 'running' AND "leaseUntil" < ${now} OR "state" = 'queued' AND "leaseUntil" IS NULL AND "queuedAt" < ${untakenSince})
      ORDER BY "queuedAt" LIMIT ${BATCH}`;
    for (const crawl of lost) await enqueueCrawl(queue, tx, crawl);
    return lost.length;
  });
}
