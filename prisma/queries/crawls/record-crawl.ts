import type { Database, Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { LINK_RULES_VERSION } from "#worker/core/checks/links/link-rules.ts";
import type { LearnedTrap } from "#worker/core/crawl/learned-trap.ts";
import type { RenderProofs } from "#worker/core/page/rendering/render-proof.ts";
import type { NotChecked, NotCheckedCode } from "#worker/core/report/not-checked.ts";
import { type LeftOut, listNotChecked } from "#worker/core/report/not-checked.ts";
import { noteSuccess } from "#worker/core/schedule/failure-notice.ts";
import { writeDelivery } from "../deliveries/write-delivery.ts";
import { findRecipientsToTell, type ToldCrawl, writeDigests, writeFirstReports } from "../deliveries/write-digests.ts";
import { recordIssues } from "../issues/record-issues.ts";
import type { Claim } from "./claim-crawl.ts";
import { countPages, type PageNumbers } from "./count-crawl-pages.ts";
import { lockCrawl } from "./lock-crawl.ts";

type Dependencies = { db: Database; queue: Queue; now: Date };

/** What the worker says at the end of a Crawl. */
export type CrawlEnd = {
  notChecked: NotChecked[];
  renderProofs: RenderProofs;
  learnedTraps: LearnedTrap[];
  linksFound: number;
  linksChecked: number;
  /** True if a rule's Finding is believed only when the next Crawl sees it again. */
  needsNextCrawl(rule: string): boolean;
};

/** How many frontier rows of old Crawls are of use to no one: the history shows the Crawls themselves. */
const FRONTIER_KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
const TRANSACTION = { maxWait: 30_000, timeout: 300_000 };

/**
 * Ends a Crawl that went well, in one transaction: Issues and their events, what each recipient is told (a first report, a digest, that the
 * Site is checked again), the figures. Either all of it is on record or nothing is, and only the worker that has the Crawl can write it.
 * Null when another worker has it or it is over.
 */
export async function recordCrawl(
  { db, queue, now }: Dependencies,
  claim: Claim,
  end: CrawlEnd,
): Promise<{ opened: number; fixed: number } | null> {
  return db.$transaction(async (tx) => {
    if (!(await lockCrawl(tx, claim))) return null;
    const { crawlId, siteId } = claim;
    const site = await tx.site.findUniqueOrThrow({ where: { id: siteId } });
    const baseline = (await tx.crawl.count({ where: { siteId, state: "finished" } })) === 0;
    const step = { siteId, crawlId, teamId: site.teamId, baseline, needsNextCrawl: end.needsNextCrawl, now };
    const steps = await recordIssues(tx, step);
    await noteLinkRules(tx, crawlId, siteId);
    const pages = await countPages(tx, crawlId);
    const told = { siteId, crawlId, siteName: site.name, pagesChecked: pages.checked, pagesFailed: pages.failed };
    if (baseline) await writeFirstReports(tx, queue, told);
    else await writeDigests(tx, queue, told);
    const { streak, shouldNotify } = noteSuccess(site);
    if (shouldNotify) await writeRecovered(tx, queue, told, site.failedDays);
    await tx.site.update({
      where: { id: siteId },
      data: { ...streak, renderProofs: end.renderProofs, traps: end.learnedTraps },
    });
    await finishCrawl(tx, { crawlId, now, pages, steps, end });
    await dropOldFrontiers(tx, siteId, now);
    return steps;
  }, TRANSACTION);
}

async function writeRecovered(tx: Transaction, queue: Queue, told: ToldCrawl, failedDays: number): Promise<void> {
  const { siteId, siteName, crawlId, pagesChecked } = told;
  for (const { id, email, token } of await findRecipientsToTell(tx, siteId)) {
    await writeDelivery(tx, queue, {
      kind: "crawl_recovered",
      email,
      siteId,
      dedupeKey: `crawl_recovered:${crawlId}:${id}`,
      payload: { siteId, siteName, failedDays, pagesChecked, recipientToken: token },
    });
  }
}

type Finish = { crawlId: string; now: Date; pages: PageNumbers; steps: { opened: number; fixed: number }; end: CrawlEnd };

async function finishCrawl(tx: Transaction, { crawlId, now, pages, steps, end }: Finish): Promise<void> {
  await tx.crawl.update({
    where: { id: crawlId },
    data: {
      state: "finished",
      finishedAt: now,
      leaseUntil: null,
      pagesFound: pages.found,
      pagesDone: pages.done,
      pagesFailed: pages.failed,
      pagesChanged: pages.changed,
      linksFound: end.linksFound,
      linksChecked: end.linksChecked,
      notChecked: completeAccount(end.notChecked, pages),
      ...steps,
    },
  });
}

/** What the pages' own records tell counts for the whole Crawl; the worker's account only since it took the Crawl up. */
function completeAccount(account: NotChecked[], { leftOut }: PageNumbers): NotChecked[] {
  const known = new Map<NotCheckedCode, LeftOut>(account.map((part) => [part.code, part]));
  for (const [code, count] of leftOut) known.set(code, { ...known.get(code), count });
  return listNotChecked(known);
}

/** What these rules say of the targets that were asked is told now; targets that were not asked may be judged by newer rules only later. */
async function noteLinkRules(tx: Transaction, crawlId: string, siteId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "LinkTarget" SET "rulesVersion" = ${LINK_RULES_VERSION}::integer
    WHERE "siteId" = ${siteId} AND ("rulesVersion" IS NULL OR "rulesVersion" <> ${LINK_RULES_VERSION}::integer
      AND "checkedAt" >= (SELECT "startedAt" FROM "Crawl" WHERE "id" = ${crawlId}))`;
}

async function dropOldFrontiers(tx: Transaction, siteId: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - FRONTIER_KEPT_DAYS * DAY_MS);
  await tx.crawlPage.deleteMany({
    where: { crawl: { siteId, queuedAt: { lt: before }, state: { in: ["finished", "failed"] } } },
  });
}
