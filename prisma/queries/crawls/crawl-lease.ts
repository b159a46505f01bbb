import type { Database } from "#prisma/client.ts";
import { enqueueCrawl, type Queue } from "#prisma/queue.ts";
import type { CrawlProgress } from "#worker/core/crawl/crawl-memory.ts";
import { type Claim, LEASE_MS } from "./claim-crawl.ts";

/** Renews the lease on a Crawl and stores its progress. Returns false if another worker holds the Crawl or it has ended. */
export async function renewCrawlLease(db: Database, claim: Claim, progress: CrawlProgress | null, now: Date): Promise<boolean> {
  const { count } = await db.crawl.updateMany({
    where: { id: claim.crawlId, state: "running", attempts: claim.attempt },
    data: { ...progress, leaseUntil: new Date(now.getTime() + LEASE_MS) },
  });
  return count === 1;
}

/** Returns true if the claim is still the latest: the Crawl was neither claimed by another worker nor deleted. */
export async function holdsCrawl(db: Database, { crawlId, attempt }: Claim): Promise<boolean> {
  return (await db.crawl.count({ where: { id: crawlId, attempts: attempt } })) === 1;
}

/** Gives a Crawl back to the queue when this worker stops, so that another continues it at once. */
export async function releaseCrawl(db: Database, queue: Queue, claim: Claim): Promise<void> {
  await db.$transaction(async (tx) => {
    const [crawl] = await tx.crawl.updateManyAndReturn({
      where: { id: claim.crawlId, state: "running", attempts: claim.attempt },
      data: { state: "queued", leaseUntil: null, givenBack: { increment: 1 } },
      select: { id: true, reason: true },
    });
    if (crawl) await enqueueCrawl(queue, tx, crawl);
  });
}
