import type { Database } from "#prisma/client.ts";
import { findLastBackup } from "#prisma/queries/backups/find-last-backup.ts";
import { findCrawlsUnderWay } from "#prisma/queries/crawls/find-crawls-under-way.ts";
import { findSubscriptionGroups } from "#prisma/queries/plans/find-subscription-groups.ts";
import { OF_A_CUSTOMER } from "#prisma/queries/teams/customer-teams.ts";
import type { SubscriptionGroup } from "#worker/core/operating/monthly-revenue.ts";

/** Work that waits: how much, and for how many seconds the oldest has. */
export type Waiting = { count: number; oldestSeconds: number };

/** Figures of the whole service for its operators' monitoring. Nothing in them is about one account. Null: never. */
export type ServiceFacts = {
  queues: ({ queue: string } & Waiting)[];
  crawlsQueued: Waiting;
  crawlsRunning: number;
  /** Sites whose daily Crawl should have been queued. */
  sitesLate: Waiting;
  sites: { active: number; paused: number };
  mailsWaiting: Waiting;
  lastCrawlAt: Date | null;
  /** Last digest or summary that was sent or kept for the Mailbox page. */
  lastDigestAt: Date | null;
  lastBackupAt: Date | null;
  lastSignUpAt: Date | null;
  users: number;
  trials: number;
  paying: SubscriptionGroup[];
};

/** Counts what waits and what there is. It takes a scan of the smaller tables, so callers keep the result for a while. */
export async function findServiceFacts(db: Database, now: Date): Promise<ServiceFacts> {
  const active = { pausedBy: null, heldAt: null, team: { heldAt: null }, teamId: OF_A_CUSTOMER };
  const isDue = { ...active, nextCrawlAt: { lte: now } };
  const isWaiting = { state: { in: ["pending" as const, "sending" as const] } };
  const [queues, underWay, late, crawled, sites, mails, crawl, digest, backup, signUp, users, trials, paying] =
    await Promise.all([
      findQueues(db, now),
      findCrawlsUnderWay(db, { now }),
      db.site.aggregate({ where: isDue, _count: true, _min: { nextCrawlAt: true } }),
      db.site.count({ where: active }),
      db.site.count({ where: { teamId: OF_A_CUSTOMER } }),
      db.delivery.aggregate({ where: isWaiting, _count: true, _min: { createdAt: true } }),
      db.crawl.findFirst({
        where: { state: "finished", finishedAt: { not: null } },
        orderBy: { finishedAt: "desc" },
        select: { finishedAt: true },
      }),
      db.delivery.aggregate({ where: { kind: { in: ["digest", "summary"] } }, _max: { sentAt: true } }),
      findLastBackup(db),
      db.user.aggregate({ _max: { createdAt: true } }),
      db.user.count({ where: { deletion: null } }),
      db.team.count({ where: { proTrialEndsAt: { gt: now }, proTrialEndedAt: null } }),
      findSubscriptionGroups(db),
    ]);
  const seconds = (at: Date | null) => (at ? Math.max(0, (now.getTime() - at.getTime()) / 1000) : 0);
  return {
    queues,
    crawlsQueued: { count: underWay.queued, oldestSeconds: seconds(underWay.oldestQueuedAt) },
    crawlsRunning: underWay.running,
    sitesLate: { count: late._count, oldestSeconds: seconds(late._min.nextCrawlAt) },
    sites: { active: crawled, paused: sites - crawled },
    mailsWaiting: { count: mails._count, oldestSeconds: seconds(mails._min.createdAt) },
    lastCrawlAt: crawl?.finishedAt ?? null,
    lastDigestAt: digest._max.sentAt,
    lastBackupAt: backup?.finishedAt ?? null,
    lastSignUpAt: signUp._max.createdAt,
    users,
    trials,
    paying,
  };
}

/** Reads the queue's own table: its library counts only now and then, and not how long the oldest job has waited. */
async function findQueues(db: Database, now: Date): Promise<ServiceFacts["queues"]> {
  return db.$queryRaw<ServiceFacts["queues"]>`
    SELECT queues."name" AS "queue", count(job."id")::integer AS "count",
      coalesce(extract(epoch FROM ${now}::timestamptz - min(job."start_after")), 0)::float AS "oldestSeconds"
    FROM pgboss.queue AS queues
    LEFT JOIN pgboss.job AS job ON job."name" = queues."name" AND job."state" < 'active' AND job."start_after" <= ${now}::timestamptz
    GROUP BY queues."name" ORDER BY queues."name"`;
}
