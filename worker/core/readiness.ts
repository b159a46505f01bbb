/** Facts by which a process judges if it can do its work. Ages are in milliseconds; null: there is none. */
export type ReadinessFacts = {
  process: "web" | "worker";
  phase: "starting" | "running" | "stopping";
  /** True if the database, and the queue in it, answered in time. */
  database: boolean;
  queue: boolean;
  /** Age of the oldest Crawl that waits for a worker, and of the last one that finished. Unknown without a database. */
  oldestCrawlMs: number | null;
  lastCrawlMs: number | null;
};

export type Readiness = { ready: boolean; reasons: string[]; warnings: string[]; lastCrawlFinishedSecondsAgo: number | null };

/** Time after which waiting Crawls, none of which finishes, mean that the workers do not work. Long, so that readiness does not flap. */
const STALLED_MS = 3_600_000;

/**
 * Judges if a process can do its work, and says why not. Stalled Crawls are a fault of workers: a web process only warns of them, because a
 * balancer would otherwise take away pages that work. Without waiting Crawls, nothing is stalled, however long ago the last one was.
 */
export function judgeReadiness(facts: ReadinessFacts): Readiness {
  const { phase, database, queue, oldestCrawlMs, lastCrawlMs } = facts;
  const reasons = [
    ...(phase === "running" ? [] : [`The process is ${phase}.`]),
    ...(database ? [] : ["The database does not answer."]),
    ...(database && !queue ? ["The queue does not answer."] : []),
  ];
  const isStalled = oldestCrawlMs !== null && oldestCrawlMs > STALLED_MS && (lastCrawlMs === null || lastCrawlMs > STALLED_MS);
  const stalled = isStalled ? ["Crawls have waited for over an hour, and none has finished meanwhile."] : [];
  if (facts.process === "worker") reasons.push(...stalled);
  return {
    ready: reasons.length === 0,
    reasons,
    warnings: facts.process === "web" ? stalled : [],
    lastCrawlFinishedSecondsAgo: lastCrawlMs === null ? null : Math.round(lastCrawlMs / 1000),
  };
}
