import type { Database, Transaction } from "#prisma/client.ts";
import type { CrawlState } from "#prisma/generated/enums.ts";
import type { Queue } from "#prisma/queue.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { requireSwitchedOn } from "../operating/is-switched-on.ts";
import { requireSiteNotHeld } from "../operating/require-not-held.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { lockTeam } from "../teams/lock-team.ts";
import { queueCrawl } from "./queue-crawl.ts";

type Dependencies = { db: Database; queue: Queue; now: Date };

const DAY_MS = 86_400_000;
const ENDED_EARLY: CrawlState[] = ["failed", "cancelled"];

/**
 * Queues a Crawl of a Site now, or returns the one that is queued or running (`isNew` false).
 * @throws DomainError `plan-limit` beyond the Plan's number a day, `conflict` when the Site is paused, `unavailable` while crawls are switched
 * off, `not-found`.
 */
export async function requestCrawl(
  { db, queue, now }: Dependencies,
  { teamId, siteId }: { teamId: TeamScope; siteId: string },
): Promise<{ crawlId: string; isNew: boolean }> {
  return db.$transaction(async (tx) => {
    const plan = await lockTeam(tx, teamId);
    const site = await tx.site.findFirst({ where: { id: siteId, ...sitesOf(teamId) }, select: { pausedBy: true } });
    if (!site) throw new DomainError("not-found", "This site is no longer in your list.");
    if (site.pausedBy) throw new DomainError("conflict", "This site is paused. Resume it in its settings first.");
    await requireSiteNotHeld(tx, siteId);
    const current = await findUnderWay(tx, siteId);
    if (current) return { crawlId: current.id, isNew: false };
    await requireSwitchedOn(tx, "crawls");
    const since = new Date(now.getTime() - DAY_MS);
    // A first Crawl that failed or was stopped may be repeated, but each repetition counts towards the limit.
    const counted = { OR: [{ reason: "requested" as const }, { reason: "first" as const, state: { in: ENDED_EARLY } }] };
    const asked = await tx.crawl.count({ where: { siteId, queuedAt: { gt: since }, ...counted } });
    if (asked >= plan.requestedCrawlsPerDay)
      throw new DomainError(
        "plan-limit",
        `Your plan allows ${plan.requestedCrawlsPerDay} manual crawls a day for each site. Try again tomorrow.`,
      );
    // Null when the daily Crawl was queued at the same moment.
    const queued = await queueCrawl(tx, queue, { siteId, reason: "requested", now });
    const crawlId = queued ?? (await findUnderWay(tx, siteId))?.id;
    if (!crawlId)
      throw new DomainError("unavailable", "Another crawl of this site has just ended. Try again.", { retryable: true });
    return { crawlId, isNew: queued !== null };
  });
}

/** Finds the Site's Crawl that is queued or running. The database allows one at a time, page checks aside. */
async function findUnderWay(tx: Transaction, siteId: string): Promise<{ id: string } | null> {
  return tx.crawl.findFirst({
    where: { siteId, reason: { not: "page" }, state: { in: ["queued", "running"] } },
    select: { id: true },
  });
}
