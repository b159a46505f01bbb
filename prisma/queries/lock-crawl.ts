import type { Transaction } from "../client.ts";
import type { Claim } from "./claim-crawl.ts";

/** Locks a Crawl for its worker to end it. False: another worker has it now, or it is over. */
export async function lockCrawl(tx: Transaction, { crawlId, attempt }: Claim): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Crawl" WHERE "id" = ${crawlId} AND "state" = 'running' AND "attempts" = ${attempt} FOR UPDATE`;
  return rows.length === 1;
}
