import { DomainError } from "#worker/core/errors.ts";
import type { Database } from "../client.ts";
import { enqueueCrawl, type Queue } from "../queue.ts";
import { lockTeam } from "./lock-team.ts";

type Dependencies = { db: Database; queue: Queue; now: Date };

const DAY_MS = 86_400_000;

/**
 * Asks for a Crawl of a Site now. One that waits or runs already serves. A Site whose first Crawl has not succeeded yet gets another first.
 * @throws DomainError `plan-limit` beyond the Plan's number a day, `conflict` when the Site is paused, `not-found`.
 */
export async function requestCrawl(
  { db, queue, now }: Dependencies,
  { teamId, siteId }: { teamId: string; siteId: string },
): Promise<{ crawlId: string }> {
  return db.$transaction(async (tx) => {
    const plan = await lockTeam(tx, teamId);
    const site = await tx.site.findFirst({ where: { id: siteId, teamId }, select: { pausedBy: true } });
    if (!site) throw new DomainError("not-found", "This site is no longer in your list.");
    if (site.pausedBy) throw new DomainError("conflict", "This site is paused. Resume it in its settings first.");
    const current = await tx.crawl.findFirst({ where: { siteId, state: { in: ["queued", "running"] } }, select: { id: true } });
    if (current) return { crawlId: current.id };
    const since = new Date(now.getTime() - DAY_MS);
    const asked = await tx.crawl.count({ where: { siteId, reason: "requested", queuedAt: { gt: since } } });
    if (asked >= plan.requestedCrawlsPerDay)
      throw new DomainError("plan-limit", `Your plan allows ${plan.requestedCrawlsPerDay} checks by hand a day on one site.`);
    const finished = await tx.crawl.findFirst({ where: { siteId, state: "finished" }, select: { id: true } });
    const { id } = await tx.crawl.create({ data: { siteId, reason: finished ? "requested" : "first", queuedAt: now } });
    await enqueueCrawl(queue, tx, id);
    return { crawlId: id };
  });
}
