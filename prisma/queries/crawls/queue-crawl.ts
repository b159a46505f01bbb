import type { Transaction } from "#prisma/client.ts";
import type { CrawlReason } from "#prisma/generated/enums.ts";
import { enqueueCrawl, type Queue } from "#prisma/queue.ts";
import { currentLogContext } from "#worker/telemetry/log-context.ts";

/** `first` is for a new Site; any other reason becomes `first` until a first Crawl has succeeded. */
type Wanted = { siteId: string; reason: Exclude<CrawlReason, "page" | "trial">; now: Date };

/**
 * Queues a Crawl of a Site, together with the job that wakes a worker. Returns null if one is queued or running: the database
 * allows one at a time.
 */
export async function queueCrawl(tx: Transaction, queue: Queue, { siteId, reason, now }: Wanted): Promise<string | null> {
  const finished = await tx.crawl.findFirst({ where: { siteId, state: "finished" }, select: { id: true } });
  const [crawl] = await tx.crawl.createManyAndReturn({
    data: [
      { siteId, reason: finished ? reason : "first", queuedAt: now, traceparent: currentLogContext().traceparent ?? null },
    ],
    skipDuplicates: true,
    select: { id: true, reason: true },
  });
  if (!crawl) return null;
  await enqueueCrawl(queue, tx, crawl);
  return crawl.id;
}
