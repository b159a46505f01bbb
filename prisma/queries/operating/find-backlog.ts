import type { Database } from "#prisma/client.ts";
import { findCrawlsUnderWay } from "../crawls/find-crawls-under-way.ts";

/** Work that waits, and what went wrong lately. */
export type Backlog = {
  /** Sites whose daily Crawl is due and Crawls that wait for a worker, and those of them that have waited for too long. */
  crawlsDue: number;
  crawlsLate: number;
  crawlsRunning: number;
  /** Sites whose Crawls have failed for a day or longer. */
  failingSites: number;
  mailsWaiting: number;
  mailsLate: number;
  /** Bounces and complaints of the last seven days, and addresses that get no reports because of them. */
  mailsBounced: number;
  suppressed: number;
};

/** Time after which waiting work counts as late. */
export const LATE_MS = 30 * 60_000;
const WEEK_MS = 7 * 86_400_000;

/** Counts what waits at a moment. */
export async function findBacklog(db: Database, now: Date): Promise<Backlog> {
  const late = new Date(now.getTime() - LATE_MS);
  const active = { pausedBy: null, heldAt: null, team: { heldAt: null } } as const;
  const waiting = { state: { in: ["pending" as const, "sending" as const] } };
  const [sitesDue, sitesLate, crawls, failingSites, mailsWaiting, mailsLate, mailsBounced, suppressed] = await Promise.all([
    db.site.count({ where: { ...active, nextCrawlAt: { lte: now } } }),
    db.site.count({ where: { ...active, nextCrawlAt: { lt: late } } }),
    findCrawlsUnderWay(db, { now, late }),
    db.site.count({ where: { ...active, failedDays: { gt: 0 } } }),
    db.delivery.count({ where: waiting }),
    db.delivery.count({ where: { ...waiting, createdAt: { lt: late } } }),
    db.mailEvent.count({ where: { at: { gt: new Date(now.getTime() - WEEK_MS) } } }),
    db.mailSuppression.count({ where: { active: true } }),
  ]);
  return {
    ...{ crawlsDue: sitesDue + crawls.queued, crawlsLate: sitesLate + crawls.late, crawlsRunning: crawls.held, failingSites },
    ...{ mailsWaiting, mailsLate, mailsBounced, suppressed },
  };
}
