import type { Database, Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { knownTimeZone, nextCrawlAt, type SiteClock } from "#worker/core/schedule/next-crawl-at.ts";
import { isSwitchedOn } from "../operating/is-switched-on.ts";
import { queueCrawls } from "./queue-crawls.ts";

type DueSite = SiteClock & { id: string; nextCrawlAt: Date };

/** Sites scheduled in one transaction. */
const BATCH = 1_000;
/** Transactions at a time: PostgreSQL writes one batch while the next is prepared. */
const AT_A_TIME = 2;

/**
 * Queues the daily Crawl of every Site that is due and sets its next time; a Site with a Crawl under way keeps that one.
 * Concurrent workers share the Sites between them. Does nothing while crawls are switched off; Sites that an operator paused wait. Returns the
 * number of Crawls queued.
 */
export async function scheduleCrawls(db: Database, queue: Queue, now: Date): Promise<number> {
  const scheduleAll = async () => {
    let queued = 0;
    for (let due = BATCH; due === BATCH; ) {
      const batch = await db.$transaction((tx) => scheduleBatch(tx, queue, now));
      due = batch.due;
      queued += batch.queued;
    }
    return queued;
  };
  const counts = await Promise.all(Array.from({ length: AT_A_TIME }, scheduleAll));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function scheduleBatch(tx: Transaction, queue: Queue, now: Date): Promise<{ due: number; queued: number }> {
  if (!(await isSwitchedOn(tx, "crawls"))) return { due: 0, queued: 0 };
  const sites = await tx.$queryRaw<DueSite[]>`
    SELECT "id", "timeZone", "crawlHour", "crawlMinute", "nextCrawlAt" FROM "Site"
    WHERE "nextCrawlAt" <= ${now} AND "pausedBy" IS NULL AND "heldAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Team" AS team WHERE team."id" = "Site"."teamId" AND team."heldAt" IS NOT NULL)
    ORDER BY "nextCrawlAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
  if (sites.length === 0) return { due: 0, queued: 0 };
  const siteIds = sites.map(({ id }) => id);
  const nextOf = nextCrawls(now);
  const next = sites.map(nextOf);
  await tx.$executeRaw`
    UPDATE "Site" AS site SET "nextCrawlAt" = due."next"
    FROM unnest(${siteIds}::text[], ${next.map((moment) => moment.toISOString())}::timestamp[]) AS due("id", "next") WHERE site."id" = due."id"`;
  return { due: sites.length, queued: await queueCrawls(tx, queue, { sites, now }) };
}

/** Returns a function that finds a Site's next time. Sites that are due together share few clocks. */
function nextCrawls(now: Date): (site: SiteClock) => Date {
  const known = new Map<string, Date>();
  return ({ timeZone, crawlHour, crawlMinute }) => {
    const clock = `${crawlHour}:${crawlMinute} ${timeZone}`;
    const next = known.get(clock) ?? nextCrawlAt({ timeZone: knownTimeZone(timeZone), crawlHour, crawlMinute }, now);
    known.set(clock, next);
    return next;
  };
}
