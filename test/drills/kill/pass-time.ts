import type { Database } from "#prisma/client.ts";
import { rescueCrawls } from "#prisma/queries/crawls/rescue-crawls.ts";
import { announceDueDeliveries } from "#prisma/queries/deliveries/claim-delivery.ts";
import type { Queue } from "#prisma/queue.ts";

/** `deadSince`: when the worker was killed; null: it lives. `databaseSince`: when the database came back. */
type Facts = {
  deadSince: number | null;
  databaseSince: number | null;
  brokenOff: readonly { crawlId: string; attempt: number }[];
};

/** As in the product. */
const CRAWL_LEASE_MS = 30_000;
const MAIL_LEASE_MS = 15 * 60_000;
const UNTAKEN_MS = 60_000;
/** Time without a sign of life, after a restart of the database, after which a Crawl has no worker: it gives one every two seconds. */
const SILENT_MS = 12_000;
/** Time after a restart of the database in which a worker has recorded the outcome of its mails: it tries every five seconds. */
const SETTLED_MS = 15_000;

/**
 * Lets the time be over that dead workers have with their Crawls and mails, and that a postponed mail waits, and does what each worker does every few
 * seconds. What a living worker holds stays with it.
 */
export async function passTime(db: Database, queue: Queue, { deadSince, databaseSince, brokenOff }: Facts): Promise<void> {
  const now = Date.now();
  const over = new Date(now - 1);
  for (const { crawlId, attempt } of brokenOff)
    await db.crawl.updateMany({
      where: { id: crawlId, attempts: attempt, state: "running" },
      data: { leaseUntil: over },
    });
  const isUp = databaseSince !== null && now - databaseSince > SILENT_MS;
  const lostUntil = Math.max(deadSince ?? 0, isUp ? now - SILENT_MS : 0) + CRAWL_LEASE_MS;
  await db.crawl.updateMany({
    where: { state: "running", leaseUntil: { gt: new Date(now), lt: new Date(lostUntil) } },
    data: { leaseUntil: over },
  });

  await db.delivery.updateMany({
    where: { state: "pending", attempts: { gt: 0 }, nextAttemptAt: { gt: new Date(now) } },
    data: { nextAttemptAt: over },
  });
  const isSettled = databaseSince !== null && now - databaseSince > SETTLED_MS;
  const diedAt = Math.max(deadSince ?? 0, isSettled ? databaseSince : 0);
  await db.delivery.updateMany({
    where: { state: "sending", nextAttemptAt: { gt: new Date(now), lt: new Date(diedAt + MAIL_LEASE_MS) } },
    data: { nextAttemptAt: over },
  });
  await rescueCrawls(db, queue, new Date(now + UNTAKEN_MS));
  await announceDueDeliveries(db, queue, new Date());
}
