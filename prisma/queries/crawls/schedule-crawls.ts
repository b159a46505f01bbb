import type { Database, Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { knownTimeZone, nextCrawlAt } from "#worker/core/schedule/next-crawl-at.ts";
import { queueCrawls } from "./queue-crawls.ts";

type DueSite = { id: string; timeZone: string; crawlHour: number; crawlMinute: number };

/** Sites scheduled in one transaction. */
const BATCH = 500;

/**
 * Queues the daily Crawl of every Site that is due and sets its next time; a Site with a Crawl under way keeps that one.
 * Concurrent workers share the Sites between them. Returns the number of Crawls queued.
 */
export async function scheduleCrawls(db: Database, queue: Queue, now: Date): Promise<number> {
  let queued = 0;
  for (let due = BATCH; due === BATCH; ) {
    const batch = await db.$transaction((tx) => scheduleBatch(tx, queue, now));
    due = batch.due;
    queued += batch.queued;
  }
  return queued;
}

async function scheduleBatch(tx: Transaction, queue: Queue, now: Date): Promise<{ due: number; queued: number }> {
  const sites = await tx.$queryRaw<DueSite[]>`
    SELECT "id", "timeZone", "crawlHour", "crawlMinute" FROM "Site"
    WHERE "nextCrawlAt" <= ${now} AND "pausedBy" IS NULL
    ORDER BY "nextCrawlAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
  if (sites.length === 0) return { due: 0, queued: 0 };
  const siteIds = sites.map(({ id }) => id);
  const next = sites.map((site) => nextCrawlAt({ ...site, timeZone: knownTimeZone(site.timeZone) }, now));
  await tx.$executeRaw`
    UPDATE "Site" AS site SET "nextCrawlAt" = due."next"
    FROM unnest(${siteIds}::text[], ${next.map((moment) => moment.toISOString())}::timestamp[]) AS due("id", "next") WHERE site."id" = due."id"`;
  return { due: sites.length, queued: await queueCrawls(tx, queue, { siteIds, now }) };
}
