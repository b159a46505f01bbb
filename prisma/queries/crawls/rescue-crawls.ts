import type { Database } from "#prisma/client.ts";
import { enqueueCrawl, type Queue } from "#prisma/queue.ts";
import { isSwitchedOn } from "../operating/is-switched-on.ts";

/** Age at which a queued Crawl that no worker claimed is announced again. */
const UNTAKEN_MS = 60_000;
/** Crawls announced in one call. */
const BATCH = 100;

/**
 * Announces again every Crawl whose worker died (its lease ran out) and every queued Crawl that no worker claimed. A Crawl
 * announced twice is claimed once. None is announced while it must wait, as in `claimCrawl`. Returns the number.
 */
export async function rescueCrawls(db: Database, queue: Queue, now: Date): Promise<number> {
  if (!(await isSwitchedOn(db, "crawls"))) return 0;
  return db.$transaction(async (tx) => {
    const lost = await tx.crawl.findMany({
      where: {
        site: { heldAt: null, team: { heldAt: null } },
        OR: [
          { state: "running", leaseUntil: { lt: now } },
          { state: "queued", leaseUntil: null, queuedAt: { lt: new Date(now.getTime() - UNTAKEN_MS) } },
        ],
      },
      orderBy: { queuedAt: "asc" },
      take: BATCH,
      select: { id: true, reason: true },
    });
    for (const crawl of lost) await enqueueCrawl(queue, tx, crawl);
    return lost.length;
  });
}
