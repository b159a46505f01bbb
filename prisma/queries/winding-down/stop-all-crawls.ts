import type { Database } from "#prisma/client.ts";

/** Stops every Crawl that is queued or under way. Its worker notices within seconds, and what was read stays read. Returns the number. */
export async function stopAllCrawls(db: Database, now: Date): Promise<number> {
  const { count } = await db.crawl.updateMany({
    where: { state: { in: ["queued", "running"] } },
    data: { state: "cancelled", finishedAt: now, leaseUntil: null, waitsFor: null },
  });
  return count;
}
