import type { Database } from "#prisma/client.ts";

/** Crawls that wait (`late`: since before a moment) or run (`held`: a worker's lease on them has not ended). */
export type CrawlsUnderWay = { queued: number; late: number; oldestQueuedAt: Date | null; running: number; held: number };

/**
 * Counts the Crawls under way of the whole service. In SQL with the states as literals, because Prisma passes them as parameters, with which
 * PostgreSQL does not use the partial index and reads all Crawls that ever were.
 */
export async function findCrawlsUnderWay(
  db: Database,
  { now, late = now }: { now: Date; late?: Date },
): Promise<CrawlsUnderWay> {
  const [row] = await db.$queryRaw<CrawlsUnderWay[]>`
    SELECT (count(*) FILTER (WHERE "state" = 'queued'))::integer AS "queued",
      (count(*) FILTER (WHERE "state" = 'queued' AND "queuedAt" < ${late}))::integer AS "late",
      min("queuedAt") FILTER (WHERE "state" = 'queued') AS "oldestQueuedAt",
      (count(*) FILTER (WHERE "state" = 'running'))::integer AS "running",
      (count(*) FILTER (WHERE "state" = 'running' AND "leaseUntil" >= ${now}))::integer AS "held"
    FROM "Crawl" WHERE "state" IN ('queued', 'running')`;
  if (!row) throw new Error("PostgreSQL did not count the crawls.");
  return row;
}
