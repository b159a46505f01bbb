import { isTimeZone, nextCrawlAt } from "#worker/core/schedule/next-crawl-at.ts";
import type { Database, Transaction } from "../client.ts";
import { enqueueCrawl, type Queue } from "../queue.ts";

type DueSite = { id: string; timeZone: string; crawlHour: number; crawlMinute: number };

/** Sites scheduled in one transaction. */
const BATCH = 50;

/**
 * Queues the daily Crawl of every Site that is due, and says when each is due next; a Site with a Crawl under way keeps that one. Workers that
 * do this at the same time share the Sites between them. Gives the number of Crawls queued.
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
  let queued = 0;
  for (const site of sites) {
    await tx.site.update({ where: { id: site.id }, data: { nextCrawlAt: nextCrawlAt(knownClock(site), now) } });
    if (await queueCrawl(tx, queue, site.id, now)) queued += 1;
  }
  return { due: sites.length, queued };
}

/** Zones are renamed now and then: a Site whose zone is known no more must not keep the others waiting. */
function knownClock(site: DueSite): DueSite {
  return isTimeZone(site.timeZone) ? site : { ...site, timeZone: "UTC" };
}

async function queueCrawl(tx: Transaction, queue: Queue, siteId: string, now: Date): Promise<boolean> {
  const finished = await tx.crawl.findFirst({ where: { siteId, state: "finished" }, select: { id: true } });
  const [crawl] = await tx.crawl.createManyAndReturn({
    data: [{ siteId, reason: finished ? "scheduled" : "first", queuedAt: now }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (crawl) await enqueueCrawl(queue, tx, crawl.id);
  return crawl !== undefined;
}
