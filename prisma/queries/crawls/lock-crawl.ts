import type { Transaction } from "#prisma/client.ts";
import type { Claim } from "./claim-crawl.ts";

/**
 * Locks a Crawl for its worker to end it. False: another worker has it now, or it is over. Its Site is held before it, as whoever deletes or
 * schedules a Site takes the Site first: in the other order each would wait for the other. Settings can be changed all the same.
 */
export async function lockCrawl(tx: Transaction, { crawlId, siteId, attempt }: Claim): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM "Site" WHERE "id" = ${siteId} FOR KEY SHARE`;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Crawl" WHERE "id" = ${crawlId} AND "state" = 'running' AND "attempts" = ${attempt} FOR UPDATE`;
  return rows.length === 1;
}
