import type { Database } from "#prisma/client.ts";
import type { CrawlReason } from "#prisma/generated/enums.ts";
import { enqueueCrawls, type Queue } from "#prisma/queue.ts";
import { isSwitchedOn } from "../operating/is-switched-on.ts";

/** Age at which a queued Crawl that no worker claimed is announced again. */
const UNTAKEN_MS = 60_000;
/** Crawls announced in one call. */
const BATCH = 100;

/**
 * Announces again every Crawl whose worker died (its lease ran out) and every queued Crawl that no worker claimed. A Crawl
 * announced twice is claimed once. None is announced while it must wait, as in `claimCrawl`. Returns the number.
 */
export async function rescueCrawls(db: Database, queue: Queue, now: Date): Promise<number> {
  if (!(await isSwitchedOn(db, "crawls"))) return 0;
  const untakenSince = new Date(now.getTime() - UNTAKEN_MS);
  return db.$transaction(async (tx) => {
    // The states are literals, so that PostgreSQL uses the index of Crawls under way.
    const lost = await tx.$queryRaw<{ id: string; reason: CrawlReason }[]>`
      SELECT "id", "reason"::text AS "reason" FROM "Crawl"
      WHERE "state" IN ('queued', 'running')
        AND ("state" = 'running' AND "leaseUntil" < ${now} OR "state" = 'queued' AND "leaseUntil" IS NULL AND "queuedAt" < ${untakenSince})
        AND NOT EXISTS (SELECT 1 FROM "Site" AS site JOIN "Team" AS team ON team."id" = site."teamId"
          WHERE site."id" = "Crawl"."siteId" AND (site."heldAt" IS NOT NULL OR team."heldAt" IS NOT NULL))
      ORDER BY "queuedAt", "id" LIMIT ${BATCH}`;
    // In one statement and in one order: while many Crawls wait for their turn, every worker does this every few seconds.
    await enqueueCrawls(queue, tx, lost);
    return lost.length;
  });
}
