import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { countPages } from "./count-crawl-pages.ts";

/**
 * Stops a Crawl that is queued or running. Its worker notices within seconds. What was read stays read, and no Issue changes: the next
 * Crawl settles them. Neither the schedule nor the count of failures changes.
 * @throws DomainError `not-found` when the Team has no such Crawl, `conflict` when it has ended.
 */
export async function cancelCrawl(
  { db, now }: { db: Database; now: Date },
  { teamId, crawlId }: { teamId: TeamScope; crawlId: string },
): Promise<{ siteId: string }> {
  return db.$transaction(async (tx) => {
    const crawl = await tx.crawl.findFirst({ where: { id: crawlId, site: sitesOf(teamId) }, select: { siteId: true } });
    if (!crawl) throw new DomainError("not-found", "This crawl no longer exists.");
    // In the same order as a worker that ends it, so that the two cannot deadlock.
    await tx.$queryRaw`SELECT 1 FROM "Site" WHERE "id" = ${crawl.siteId} FOR KEY SHARE`;
    const { count } = await tx.crawl.updateMany({
      where: { id: crawlId, state: { in: ["queued", "running"] } },
      data: { state: "cancelled", finishedAt: now, leaseUntil: null, waitsFor: null },
    });
    if (count === 0) throw new DomainError("conflict", "This crawl has already ended.");
    const { found, done, failed, changed } = await countPages(tx, crawlId);
    const figures = { pagesFound: found, pagesDone: done, pagesFailed: failed, pagesChanged: changed };
    await tx.crawl.update({ where: { id: crawlId }, data: figures });
    return crawl;
  });
}
