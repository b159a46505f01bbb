import type { Database, Transaction } from "#prisma/client.ts";
import { enqueuePictures, type Queue } from "#prisma/queue.ts";
import { LINK_RULES_VERSION } from "#worker/core/checks/links/link-rules.ts";
import { FEWEST_MISSING } from "#worker/core/crawl/fewest-missing.ts";
import type { LearnedTrap } from "#worker/core/crawl/learned-trap.ts";
import type { RenderProofs } from "#worker/core/page/rendering/render-proof.ts";
import type { NotChecked, NotCheckedCode } from "#worker/core/report/not-checked.ts";
import { type LeftOut, listNotChecked } from "#worker/core/report/not-checked.ts";
import { noteSuccess } from "#worker/core/schedule/failure-notice.ts";
import { TRIAL_TEAM_ID } from "#worker/core/trial/trial-limits.ts";
import { siteLabel } from "#worker/core/view/sites/site-label.ts";
import { writeDelivery } from "../../deliveries/write-delivery.ts";
import { findActiveRecipients, type MailedCrawl, writeDigests, writeFirstReports } from "../../deliveries/write-digests.ts";
import { recordFigures } from "../../figures/record-figures.ts";
import { recordIssues } from "../../issues/recording/record-issues.ts";
import type { Claim } from "../claim-crawl.ts";
import { countPages, type PageNumbers } from "../count-crawl-pages.ts";
import { lockCrawl } from "../lock-crawl.ts";

type Dependencies = { db: Database; queue: Queue; now: Date };

/** Results that the worker reports at the end of a Crawl. */
export type CrawlEnd = {
  notChecked: NotChecked[];
  renderProofs: RenderProofs;
  learnedTraps: LearnedTrap[];
  linksFound: number;
  linksChecked: number;
  /** Link targets whose verdicts are not known yet. */
  lateTargets?: readonly string[];
  /** Returns true if a rule's Finding counts only once the next Crawl confirms it. */
  needsNextCrawl(rule: string): boolean;
};

/** Retention of the frontiers of old Crawls; the Crawls themselves stay. */
const FRONTIER_KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
export const TRANSACTION = { maxWait: 30_000, timeout: 300_000 };

/**
 * Ends a successful Crawl in one transaction: updates Issues and events, writes the mails (first report, digest, recovery), and
 * stores the figures. Only the worker that holds the Crawl can do this. Returns null when another worker holds it or it has
 * ended.
 */
export async function recordCrawl(
  { db, queue, now }: Dependencies,
  claim: Claim & { wasMissingPages?: boolean },
  end: CrawlEnd,
): Promise<{ opened: number; fixed: number } | null> {
  return db.$transaction(async (tx) => {
    if (!(await lockCrawl(tx, claim))) return null;
    const { crawlId, siteId } = claim;
    const site = await tx.site.findUniqueOrThrow({ where: { id: siteId } });
    const baseline = (await tx.crawl.count({ where: { siteId, state: "finished" } })) === 0;
    const step = { siteId, crawlId, teamId: site.teamId, baseline, needsNextCrawl: end.needsNextCrawl, now };
    const believesMissing = claim.wasMissingPages === true;
    const late = { targets: end.lateTargets ?? [], isStepOfThese: false };
    const steps = await recordIssues(tx, { ...step, believesMissing, late });
    await noteLinkRules(tx, crawlId, siteId);
    const pages = await countPages(tx, crawlId);
    const mailed = {
      siteId,
      teamId: site.teamId,
      crawlId,
      siteName: siteLabel(site.name, site.startUrl),
      pagesChecked: pages.checked,
      pagesFailed: pages.failed,
    };
    if (baseline) await writeFirstReports(tx, queue, mailed);
    else await writeDigests(tx, queue, mailed);
    const { streak, shouldNotify } = noteSuccess(site);
    // Pages that are really gone are no recovery; the digest names the links to them.
    const areStillMissing = believesMissing && (await countGone(tx, crawlId)) >= FEWEST_MISSING;
    if (shouldNotify && !areStillMissing) await writeRecovered(tx, queue, mailed, site.failedDays);
    await tx.site.update({
      where: { id: siteId },
      data: { ...streak, renderProofs: end.renderProofs, traps: end.learnedTraps },
    });
    await finishCrawl(tx, { crawlId, now, pages, steps, end });
    await recordFigures(tx, { crawlId, siteId, teamId: site.teamId });
    await dropOldFrontiers(tx, siteId, now);
    if (site.teamId !== TRIAL_TEAM_ID) await enqueuePictures(queue, tx, siteId);
    return steps;
  }, TRANSACTION);
}

/** Counts the Pages that a Crawl found missing. */
async function countGone(tx: Transaction, crawlId: string): Promise<number> {
  return await tx.crawlPage.count({ where: { crawlId, outcome: { in: ["gone", "skipped"] }, source: "known" } });
}

async function writeRecovered(tx: Transaction, queue: Queue, mailed: MailedCrawl, failedDays: number): Promise<void> {
  const { siteId, siteName, crawlId, pagesChecked } = mailed;
  for (const { id, email, token } of await findActiveRecipients(tx, siteId)) {
    await writeDelivery(tx, queue, {
      kind: "crawl_recovered",
      email,
      siteId,
      dedupeKey: `crawl_recovered:${crawlId}:${id}`,
      payload: { siteId, siteName, failedDays, pagesChecked, recipientToken: token },
    });
  }
}

type Finish = {
  crawlId: string;
  now: Date;
  pages: PageNumbers;
  steps: { opened: number; fixed: number };
  end: Pick<CrawlEnd, "linksFound" | "linksChecked" | "notChecked">;
};

/** Marks a Crawl as finished and stores its figures. */
export async function finishCrawl(tx: Transaction, { crawlId, now, pages, steps, end }: Finish): Promise<void> {
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
      // A trial that goes on as the first Crawl has opened some before.
      opened: { increment: steps.opened },
      fixed: { increment: steps.fixed },
    },
  });
}

/**
 * Completes the worker's account with counts from the page records, which cover all attempts; the worker's own cover only its
 * attempt.
 */
export function completeAccount(account: NotChecked[], { leftOut }: PageNumbers): NotChecked[] {
  const known = new Map<NotCheckedCode, LeftOut>(account.map((part) => [part.code, part]));
  for (const [code, count] of leftOut) known.set(code, { ...known.get(code), count });
  return listNotChecked(known);
}

/**
 * Records that the current link rules judged the targets requested in this Crawl. Targets that were not requested keep their
 * older version.
 */
export async function noteLinkRules(tx: Transaction, crawlId: string, siteId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "LinkTarget" SET "rulesVersion" = ${LINK_RULES_VERSION}::integer
    WHERE "siteId" = ${siteId} AND ("rulesVersion" IS NULL OR "rulesVersion" <> ${LINK_RULES_VERSION}::integer
      AND "checkedAt" >= (SELECT "startedAt" FROM "Crawl" WHERE "id" = ${crawlId}))`;
}

async function dropOldFrontiers(tx: Transaction, siteId: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - FRONTIER_KEPT_DAYS * DAY_MS);
  await tx.crawlPage.deleteMany({
    where: { crawl: { siteId, queuedAt: { lt: before }, state: { in: ["finished", "failed", "cancelled"] } } },
  });
}
