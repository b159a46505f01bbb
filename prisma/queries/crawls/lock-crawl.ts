import type { Transaction } from "#prisma/client.ts";
import type { Claim } from "./claim-crawl.ts";

/**
 * Locks a Crawl for its worker to end it. Returns false if another worker holds it or it has ended. The Site is locked first,
 * in the same order as deleting and scheduling do, to avoid deadlocks; settings can still be changed.
 */
export async function lockCrawl(tx: Transaction, { crawlId, siteId, attempt }: Claim): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM "Site" WHERE "id" = ${siteId} FOR KEY SHARE`;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Crawl" WHERE "id" = ${crawlId} AND "state" = 'running' AND "attempts" = ${attempt} FOR UPDATE`;
  return rows.length === 1;
}
