import type { Database } from "#prisma/client.ts";
import { enqueueCrawl, type Queue } from "#prisma/queue.ts";

/** A queued Crawl that no one took for so long is announced again. */
const UNTAKEN_MS = 60_000;
/** Crawls looked after at a time. */
const BATCH = 100;

/**
 * Announces again every Crawl whose worker died (it says nothing any more) and every queued one that no one took. What is announced twice
 * is taken once. Gives their number.
 */
export async function rescueCrawls(db: Database, queue: Queue, now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const lost = await tx.crawl.findMany({
      where: {
        OR: [
          { state: "running", leaseUntil: { lt: now } },
          { state: "queued", leaseUntil: null, queuedAt: { lt: new Date(now.getTime() - UNTAKEN_MS) } },
        ],
      },
      orderBy: { queuedAt: "asc" },
      take: BATCH,
      select: { id: true },
    });
    for (const { id } of lost) await enqueueCrawl(queue, tx, id);
    return lost.length;
  });
}
