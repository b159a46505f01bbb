import type { Database } from "#prisma/client.ts";
import { enqueuePictures, type Queue } from "#prisma/queue.ts";
import { DELETED_TEAM_ID } from "#worker/core/deletion/deleted-team.ts";
import type { NotChecked } from "#worker/core/report/not-checked.ts";
import { siteLabel } from "#worker/core/view/sites/site-label.ts";
import { writeDigests } from "../../deliveries/write-digests.ts";
import { recordFigures } from "../../figures/record-figures.ts";
import { recordIssues } from "../../issues/recording/record-issues.ts";
import type { Claim } from "../claim-crawl.ts";
import { countPages } from "../count-crawl-pages.ts";
import { completeAccount, noteLinkRules, TRANSACTION } from "./record-crawl.ts";
import { noteLinkRulesOfPages } from "./record-page-check.ts";

/** Results of the links that a recorded Crawl did not wait for. */
export type LateEnd = {
  targets: readonly string[];
  notChecked: NotChecked[];
  linksFound: number;
  linksChecked: number;
  needsNextCrawl(rule: string): boolean;
};

/**
 * Updates the Issues of links whose verdicts came after their Crawl was recorded, and writes a digest of what they change (none for a page
 * check), in one transaction. Returns null if the Crawl did not finish, if the Site is deleted, or if the Site's next one has begun, which requests these links itself.
 */
export async function recordLateLinks(
  { db, queue, now }: { db: Database; queue: Queue; now: Date },
  { crawlId, siteId }: Pick<Claim, "crawlId" | "siteId">,
  { targets, needsNextCrawl, ...end }: LateEnd,
): Promise<{ opened: number; fixed: number } | null> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Site" WHERE "id" = ${siteId} FOR KEY SHARE`;
    const crawl = await tx.crawl.findFirst({
      where: { id: crawlId, state: "finished", site: { teamId: { not: DELETED_TEAM_ID } } },
      select: { finishedAt: true, reason: true, site: { select: { name: true, startUrl: true, teamId: true } } },
    });
    if (!crawl?.finishedAt) return null;
    const next = await tx.crawl.count({
      where: { siteId, id: { not: crawlId }, reason: { not: "page" }, startedAt: { gte: crawl.finishedAt } },
    });
    if (next > 0) return null;
    const isPageCheck = crawl.reason === "page";
    const { name, startUrl, teamId } = crawl.site;
    const siteName = siteLabel(name, startUrl);
    const steps = await recordIssues(tx, {
      ...{ siteId, crawlId, teamId, baseline: false, isPageCheck, needsNextCrawl, now },
      late: { targets, isStepOfThese: true },
    });
    await (isPageCheck ? noteLinkRulesOfPages : noteLinkRules)(tx, crawlId, siteId);
    const pages = await countPages(tx, crawlId);
    const mailed = { siteId, teamId, crawlId, siteName, pagesChecked: pages.checked, pagesFailed: pages.failed };
    if (!isPageCheck) await writeDigests(tx, queue, mailed, "late");
    if (steps.opened > 0) await enqueuePictures(queue, tx, siteId);
    await tx.crawl.update({
      where: { id: crawlId },
      data: {
        opened: { increment: steps.opened },
        fixed: { increment: steps.fixed },
        linksFound: end.linksFound,
        linksChecked: end.linksChecked,
        notChecked: completeAccount(end.notChecked, pages),
      },
    });
    if (!isPageCheck) await recordFigures(tx, { crawlId, siteId, teamId });
    return steps;
  }, TRANSACTION);
}
