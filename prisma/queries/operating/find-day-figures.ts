import type { Database } from "#prisma/client.ts";

/** Counts of what happened in the business within some time. */
export type DayFigures = {
  signUps: number;
  trialsStarted: number;
  /** Subscriptions that ended. */
  cancelled: number;
  crawls: { finished: number; failed: number };
  issues: number;
  mails: { sent: number; bounced: number };
};

type CrawlRow = { finished: bigint; failed: bigint; issues: bigint | null };

/** Counts what happened from `from` until before `until`. */
export async function findDayFigures(db: Database, { from, until }: { from: Date; until: Date }): Promise<DayFigures> {
  const within = { gte: from, lt: until };
  const [signUps, trialsStarted, cancelled, [crawls], sent, bounced] = await Promise.all([
    db.user.count({ where: { createdAt: within } }),
    db.activity.count({ where: { at: within, kind: "trial_started" } }),
    // A subscription that has ended is written once more, when Stripe reports it.
    db.subscription.count({ where: { status: "canceled", updatedAt: within } }),
    db.$queryRaw<CrawlRow[]>`
      SELECT count(*) FILTER (WHERE "state" = 'finished') AS "finished", count(*) FILTER (WHERE "state" = 'failed') AS "failed",
        sum("opened") AS "issues"
      FROM "Crawl" WHERE "finishedAt" >= ${from} AND "finishedAt" < ${until} AND "reason" <> 'trial'`,
    db.delivery.count({ where: { state: "sent", sentAt: within } }),
    db.mailEvent.count({ where: { at: within } }),
  ]);
  return {
    ...{ signUps, trialsStarted, cancelled },
    crawls: { finished: Number(crawls?.finished ?? 0), failed: Number(crawls?.failed ?? 0) },
    issues: Number(crawls?.issues ?? 0),
    mails: { sent, bounced },
  };
}
