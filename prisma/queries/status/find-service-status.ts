import type { Database } from "#prisma/client.ts";
import { findCrawlsUnderWay } from "../crawls/find-crawls-under-way.ts";

/**
 * Figures of the whole service, without anything about an account. Times are in milliseconds; null: nothing of the kind. `isActive`: work
 * of this kind is under way or was done in the last ten minutes.
 */
export type ServiceFigures = {
  crawls: { finished: number; failedByUs: number; lastEndedAt: Date | null; medianWaitMs: number | null } & Waiting;
  mails: { sent: number } & Waiting;
};
type Waiting = { oldestMs: number | null; isActive: boolean };

const DAY_MS = 86_400_000;
const ACTIVE_MS = 10 * 60_000;

type CrawlRow = { finished: number; byUs: number; last: Date | null; wait: number | null };

/** Counts what the service did in the last day, and measures how long Crawls and mails have waited by now. */
export async function findServiceStatus(db: Database, now: Date): Promise<ServiceFigures> {
  const since = new Date(now.getTime() - DAY_MS);
  const lately = new Date(now.getTime() - ACTIVE_MS);
  const age = (at: Date | null | undefined) => (at ? Math.max(0, now.getTime() - at.getTime()) : null);
  const [[ended], underWay, sent, lastMail, oldestMail] = await Promise.all([
    db.$queryRaw<CrawlRow[]>`
      SELECT (count(*) FILTER (WHERE "state" = 'finished'))::integer AS "finished",
        (count(*) FILTER (WHERE "state" = 'failed' AND "failureCode" IN ('internal', 'cut-off')))::integer AS "byUs",
        max("finishedAt") AS "last",
        percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "startedAt" - "queuedAt") * 1000)::float AS "wait"
      FROM "Crawl" WHERE "finishedAt" > ${since}`,
    findCrawlsUnderWay(db, { now }),
    db.delivery.count({ where: { state: "sent", sentAt: { gt: since } } }),
    db.delivery.findFirst({ where: { sentAt: { gt: lately } }, select: { id: true } }),
    db.delivery.findFirst({
      where: { state: { in: ["pending", "sending"] } },
      orderBy: { createdAt: "asc" },
      select: { createdAt: true },
    }),
  ]);
  const lastEndedAt = ended?.last ?? null;
  return {
    crawls: {
      finished: ended?.finished ?? 0,
      failedByUs: ended?.byUs ?? 0,
      lastEndedAt,
      medianWaitMs: ended?.wait ?? null,
      oldestMs: age(underWay.oldestQueuedAt),
      isActive: underWay.held > 0 || (lastEndedAt !== null && lastEndedAt > lately),
    },
    mails: { sent, oldestMs: age(oldestMail?.createdAt), isActive: lastMail !== null },
  };
}
