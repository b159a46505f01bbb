import type { Database } from "#prisma/client.ts";
import { recordIssues } from "../issues/recording/record-issues.ts";

const TRANSACTION = { maxWait: 30_000, timeout: 300_000 };

/** Returns the ids of a Team's Sites. */
export async function findSitesOfTeam(db: Database, teamId: string): Promise<string[]> {
  const sites = await db.site.findMany({ where: { teamId }, orderBy: { id: "asc" }, select: { id: true } });
  return sites.map(({ id }) => id);
}

/**
 * Brings a Site's Issues in line with its Team's house style, from the texts on record. Null where there is nothing to compare yet, because
 * the end of the first Crawl does it, or where the Site is gone. A style that was applied already changes nothing.
 */
export async function applyHouseStyleToSite(
  db: Database,
  siteId: string,
  now: Date,
): Promise<{ opened: number; fixed: number } | null> {
  return db.$transaction(async (tx) => {
    // Held as the end of a Crawl holds it, so that it is not deleted meanwhile.
    const [site] = await tx.$queryRaw<{ teamId: string }[]>`
      SELECT "teamId" FROM "Site" WHERE "id" = ${siteId} FOR KEY SHARE`;
    if (!site || (await tx.crawl.count({ where: { siteId, state: "finished" } })) === 0) return null;
    const { teamId } = site;
    return recordIssues(tx, { siteId, teamId, crawlId: null, baseline: false, needsNextCrawl: () => false, now });
  }, TRANSACTION);
}
