import type { Transaction } from "#prisma/client.ts";
import {
  CUT_OFF,
  CUT_OFF_WINDOW_MS,
  isCutOff,
  LONGEST_CUT_OFF_MS,
  retryAfterCutOff,
  UNREACHABLE_CODES,
} from "#worker/core/schedule/cut-off-fleet.ts";
import type { Claim } from "./claim-crawl.ts";

/** Crawls that are looked at, enough to find the latest of ten Sites among repeated ones. */
const LATEST = 50;
const MESSAGE =
  "Our own network was cut off, so we could not reach your site. Your site is probably fine: we crawl it again within half an hour.";

/** A Site's Crawls that say something about our network: those of whole Sites. */
const OF_SITES = { reason: { notIn: ["page" as const, "trial" as const] } };

/**
 * Judges, after a Crawl failed because its site was unreachable, if we are cut off from the network. If so, it marks this and the other
 * Crawls that failed so lately, takes back what their failures did to the Sites, their mails too, and has the Sites crawled again soon.
 * Returns true if so. Call it in the transaction that ends the Crawl.
 */
export async function recogniseCutOff(tx: Transaction, { crawlId, siteId }: Claim, now: Date): Promise<boolean> {
  // One at a time, so that of several Crawls that fail together the last sees all others.
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('Flawless: cut off'))`;
  const since = new Date(now.getTime() - CUT_OFF_WINDOW_MS);
  const endings = await tx.crawl.findMany({
    where: { ...OF_SITES, state: { in: ["finished", "failed"] }, finishedAt: { gt: since, lte: now } },
    orderBy: { finishedAt: "desc" },
    take: LATEST,
    select: { failureCode: true, site: { select: { startUrl: true } } },
  });
  const hosts = endings.map(({ failureCode, site }) => ({ failureCode, host: new URL(site.startUrl).host }));
  if (!isCutOff(hosts) || (await isLongCutOff(tx, siteId, now))) return false;
  const failed = await tx.crawl.findMany({
    where: { ...OF_SITES, state: "failed", finishedAt: { gt: since, lte: now }, failureCode: { in: [...UNREACHABLE_CODES] } },
    select: { id: true, siteId: true, failureCode: true },
  });
  for (const crawl of failed) {
    if (crawl.failureCode === CUT_OFF) continue;
    await tx.crawl.update({ where: { id: crawl.id }, data: { failureCode: CUT_OFF, failureMessage: MESSAGE } });
    if (crawl.id !== crawlId) await takeBack(tx, crawl);
    await crawlSoon(tx, crawl.siteId, now);
  }
  return true;
}

/** Returns true if a Site has been unreachable for so long that it counts as its own failure. */
async function isLongCutOff(tx: Transaction, siteId: string, now: Date): Promise<boolean> {
  const reached = await tx.crawl.findFirst({
    where: { ...OF_SITES, siteId, state: "finished" },
    orderBy: { finishedAt: "desc" },
    select: { finishedAt: true },
  });
  const first = await tx.crawl.findFirst({
    where: { siteId, failureCode: CUT_OFF, finishedAt: { gt: reached?.finishedAt ?? new Date(0) } },
    orderBy: { finishedAt: "asc" },
    select: { finishedAt: true },
  });
  return first?.finishedAt != null && now.getTime() - first.finishedAt.getTime() > LONGEST_CUT_OFF_MS;
}

/** Takes back what a failure did to its Site: the day in the streak, and a mail about it that has not been sent. */
async function takeBack(tx: Transaction, { id, siteId }: { id: string; siteId: string }): Promise<void> {
  const unsent = { dedupeKey: { startsWith: `crawl_failing:${id}:` }, state: "pending" as const };
  const { count: withdrawn } = await tx.delivery.deleteMany({ where: unsent });
  const { failedDays } = await tx.site.findUniqueOrThrow({ where: { id: siteId }, select: { failedDays: true } });
  const told = withdrawn > 0 ? { failingTold: false } : {};
  await tx.site.update({
    where: { id: siteId },
    data: { failedDays: Math.max(0, failedDays - 1), lastFailedDay: null, ...told },
  });
}

async function crawlSoon(tx: Transaction, siteId: string, now: Date): Promise<void> {
  const { crawlMinute, nextCrawlAt } = await tx.site.findUniqueOrThrow({
    where: { id: siteId },
    select: { crawlMinute: true, nextCrawlAt: true },
  });
  const soon = retryAfterCutOff(crawlMinute, now);
  if (soon < nextCrawlAt) await tx.site.update({ where: { id: siteId }, data: { nextCrawlAt: soon } });
}
