import type { Database } from "#prisma/client.ts";

/** Use of one attempt at a Crawl: processor time of the worker without its browser, and requests. */
export type CrawlCost = { cpuMs: number; requests: number };

/** Adds the cost of an attempt to a Crawl. Does nothing if the Crawl was deleted meanwhile. */
export async function recordCrawlCost(db: Database, crawlId: string, { cpuMs, requests }: CrawlCost): Promise<void> {
  await db.$executeRaw`
    UPDATE "Crawl" SET "cpuMs" = coalesce("cpuMs", 0) + ${cpuMs}::integer, "requests" = coalesce("requests", 0) + ${requests}::integer
    WHERE "id" = ${crawlId}`;
}
