import type { Database, Transaction } from "#prisma/client.ts";
import { enqueuePictures, type Queue } from "#prisma/queue.ts";
import { LINK_RULES_VERSION } from "#worker/core/checks/links/link-rules.ts";
import { recordIssues } from "../../issues/recording/record-issues.ts";
import type { Claim } from "../claim-crawl.ts";
import { countPages } from "../count-crawl-pages.ts";
import { lockCrawl } from "../lock-crawl.ts";
import { type CrawlEnd, finishCrawl, TRANSACTION } from "./record-crawl.ts";

/** Results that the worker reports at the end of a page check. */
export type PageCheckEnd = Pick<CrawlEnd, "notChecked" | "linksFound" | "linksChecked" | "lateTargets" | "needsNextCrawl">;

/**
 * Ends a page check in one transaction: updates the Issues of the pages that it read, and nothing else of the Site. It writes no mail: the
 * next digest of the Site has its events. Returns null when another worker holds it or it has ended.
 */
export async function recordPageCheck(
  { db, queue, now }: { db: Database; queue: Queue; now: Date },
  claim: Claim,
  { needsNextCrawl, ...end }: PageCheckEnd,
): Promise<{ opened: number; fixed: number } | null> {
  return db.$transaction(async (tx) => {
    if (!(await lockCrawl(tx, claim))) return null;
    const { crawlId, siteId } = claim;
    const { teamId } = await tx.site.findUniqueOrThrow({ where: { id: siteId }, select: { teamId: true } });
    const steps = await recordIssues(tx, {
      ...{ siteId, crawlId, teamId, baseline: false, isPageCheck: true, needsNextCrawl, now },
      late: { targets: end.lateTargets ?? [], isStepOfThese: false },
    });
    await noteLinkRulesOfPages(tx, crawlId, siteId);
    await enqueuePictures(queue, tx, siteId);
    await finishCrawl(tx, { crawlId, now, pages: await countPages(tx, crawlId), steps, end });
    return steps;
  }, TRANSACTION);
}

/** Records that the current link rules judged the targets of the pages that a page check read. */
export async function noteLinkRulesOfPages(tx: Transaction, crawlId: string, siteId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "LinkTarget" SET "rulesVersion" = ${LINK_RULES_VERSION}::integer
    WHERE "siteId" = ${siteId} AND "rulesVersion" IS DISTINCT FROM ${LINK_RULES_VERSION}::integer
      AND "checkedAt" >= (SELECT "startedAt" FROM "Crawl" WHERE "id" = ${crawlId})
      AND "url" IN (
        SELECT unnest(snapshot."targets") FROM "CrawlPage" AS visit
          JOIN "Page" AS page ON page."siteId" = ${siteId} AND page."url" = visit."url"
          JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId"
        WHERE visit."crawlId" = ${crawlId})`;
}
