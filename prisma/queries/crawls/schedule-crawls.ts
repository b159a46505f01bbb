import type { Database, Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { knownTimeZone, nextCrawlAt } from "#worker/core/schedule/next-crawl-at.ts";
import { isSwitchedOn } from "../operating/is-switched-on.ts";
import { queueCrawl } from "./queue-crawl.ts";

type DueSite = { id: string; timeZone: string; crawlHour: number; crawlMinute: number; nextCrawlAt: Date };

/** Sites scheduled in one transaction. */
const BATCH = 50;

/**
 * Queues the daily Crawl of every Site that is due and sets its next time; a Site with a Crawl under way keeps that one.
 * Concurrent workers share the Sites between them. Does nothing while crawls are switched off; Sites that an operator paused wait. Returns the
 * number of Crawls queued.
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
  if (!(await isSwitchedOn(tx, "crawls"))) return { due: 0, queued: 0 };
  const sites = await tx.$queryRaw<DueSite[]>`
    SELECT "id", "timeZone", "crawlHour", "crawlMinute", "nextCrawlAt" FROM "Site"
    WHERE "nextCrawlAt" <= ${now} AND "pausedBy" IS NULL AND "heldAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Team" AS team WHERE team."id" = "Site"."teamId" AND team."heldAt" IS NOT NULL)
    ORDER BY "nextCrawlAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
  let queued = 0;
  for (const site of sites) {
    const clock = { ...site, timeZone: knownTimeZone(site.timeZone) };
    await tx.site.update({ where: { id: site.id }, data: { nextCrawlAt: nextCrawlAt(clock, now) } });
    if (await queueCrawl(tx, queue, { siteId: site.id, reason: "scheduled", now, dueAt: site.nextCrawlAt })) queued += 1;
  }
  return { due: sites.length, queued };
}
