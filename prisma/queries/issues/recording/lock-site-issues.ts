import type { Transaction } from "#prisma/client.ts";

/**
 * Waits until nothing else changes which Issues a Site has, and holds that until the transaction ends. The end of a Crawl, a change of the
 * house style and a new IgnoreRule may come at the same moment: two of them could open the same Issue, or miss the other's rule.
 */
export async function lockSiteIssues(tx: Transaction, siteId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS "locked" FROM pg_advisory_xact_lock(hashtextextended(${`issues ${siteId}`}, 0))`;
}
