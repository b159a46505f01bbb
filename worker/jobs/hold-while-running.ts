import type { Database } from "#prisma/client.ts";
import type { Claim } from "#prisma/queries/crawls/claim-crawl.ts";
import { renewCrawlLease } from "#prisma/queries/crawls/crawl-lease.ts";
import type { CrawlProgress } from "#worker/core/crawl/crawl-memory.ts";
import type { Log } from "#worker/log.ts";

/** A sign of life goes out this often at least, and with new progress this often at most. */
const SIGN_OF_LIFE_MS = 8_000;
const PROGRESS_MS = 500;

export type Holding = {
  /** Aborts when another worker has the Crawl, or when it is gone with its Site. */
  lost: AbortSignal;
  /** Notes how far the Crawl got; it is written soon. */
  report(progress: CrawlProgress): void;
  /** Ends the signs of life; resolves when none is under way any more. */
  stop(): Promise<void>;
};

/**
 * Keeps a Crawl for this worker while it runs, and writes how far it got. A database that does not answer is tried again: should the
 * lease end meanwhile, the next answer says that the Crawl is lost.
 */
export function holdWhileRunning(db: Database, claim: Claim, log: Log): Holding {
  const lost = new AbortController();
  let progress: CrawlProgress | null = null;
  let isNew = false;
  let writing = Promise.resolve();
  let isWriting = false;
  let writtenAt = Date.now();

  const write = async () => {
    isWriting = true;
    isNew = false;
    writtenAt = Date.now();
    try {
      if (!(await renewCrawlLease(db, claim, progress, new Date())))
        lost.abort(new Error("The crawl is no longer this worker's."));
    } catch (error) {
      log.warn({ err: error }, "could not write how far the crawl got: trying again");
      isNew = true;
    } finally {
      isWriting = false;
    }
  };
  const timer = setInterval(() => {
    const isDue = isNew || Date.now() - writtenAt >= SIGN_OF_LIFE_MS;
    if (isDue && !isWriting && !lost.signal.aborted) writing = write();
  }, PROGRESS_MS);
  return {
    lost: lost.signal,
    report: (now) => {
      progress = now;
      isNew = true;
    },
    stop: async () => {
      clearInterval(timer);
      await writing;
    },
  };
}
