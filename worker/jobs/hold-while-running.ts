import { isDeepStrictEqual } from "node:util";
import type { Database } from "#prisma/client.ts";
import type { Claim } from "#prisma/queries/crawls/claim-crawl.ts";
import { renewCrawlLease } from "#prisma/queries/crawls/crawl-lease.ts";
import { serviceClock } from "#prisma/service-clock.ts";
import type { CrawlProgress } from "#worker/core/crawl/crawl-memory.ts";
import type { Log } from "#worker/log.ts";

/** The longest time between two signs of life, by which it also learns that a person stopped the Crawl, and the shortest if there is new progress. */
const SIGN_OF_LIFE_MS = 2_000;
const PROGRESS_MS = 500;

export type Holding = {
  /** Aborts when another worker has the Crawl, when a person stopped it, or when its Site was deleted. */
  lost: AbortSignal;
  /** Notes how far the Crawl got. It is written soon. */
  report(progress: CrawlProgress): void;
  /** Ends the signs of life, and resolves when the last one is written. */
  stop(): Promise<void>;
};

/**
 * Renews this worker's lease on a Crawl while it runs, and writes how far it got. Writes that fail are repeated; if the lease ends
 * meanwhile, the next answer says that the Crawl is lost.
 */
export function holdWhileRunning(db: Database, claim: Claim, log: Log): Holding {
  const lost = new AbortController();
  let progress: CrawlProgress | null = null;
  let isNew = false;
  let writing = Promise.resolve();
  let isWriting = false;
  let writtenAt = performance.now();

  const write = async () => {
    isWriting = true;
    isNew = false;
    writtenAt = performance.now();
    try {
      if (!(await renewCrawlLease(db, claim, progress, serviceClock.now())))
        lost.abort(new Error("The crawl is no longer this worker's."));
    } catch (error) {
      log.warn({ err: error }, "could not write how far the crawl got: trying again");
      isNew = true;
    } finally {
      isWriting = false;
    }
  };
  const timer = setInterval(() => {
    const isDue = isNew || performance.now() - writtenAt >= SIGN_OF_LIFE_MS;
    if (isDue && !isWriting && !lost.signal.aborted) writing = write();
  }, PROGRESS_MS);
  return {
    lost: lost.signal,
    report: (now) => {
      isNew ||= !isDeepStrictEqual(progress, now);
      progress = now;
    },
    stop: async () => {
      clearInterval(timer);
      await writing;
    },
  };
}
