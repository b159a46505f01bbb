import type { Database } from "#prisma/client.ts";
import { findCrawlsUnderWay } from "../crawls/find-crawls-under-way.ts";

/** Facts about the work that is waiting, for readiness. Ages in milliseconds; null: there is none. */
export type WorkState = { queue: boolean; oldestCrawlMs: number | null; lastCrawlMs: number | null };

/** Reads how long Crawls have waited and when one last finished, and if the queue can be read. @throws when the database does not answer */
export async function findWorkState(db: Database, now: Date): Promise<WorkState> {
  const [underWay, last, queue] = await Promise.all([
    findCrawlsUnderWay(db, { now }),
    db.crawl.findFirst({
      where: { state: "finished", finishedAt: { not: null } },
      orderBy: { finishedAt: "desc" },
      select: { finishedAt: true },
    }),
    hasQueue(db),
  ]);
  const age = (at: Date | null | undefined) => (at ? Math.max(0, now.getTime() - at.getTime()) : null);
  return { queue, oldestCrawlMs: age(underWay.oldestQueuedAt), lastCrawlMs: age(last?.finishedAt) };
}

async function hasQueue(db: Database): Promise<boolean> {
  const [found] = await db.$queryRaw<{ found: boolean }[]>`SELECT to_regclass('pgboss.job') IS NOT NULL AS "found"`;
  return found?.found === true;
}
