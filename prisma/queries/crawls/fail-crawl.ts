import type { Database, Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { CUT_OFF_WINDOW_MS, UNREACHABLE_CODES } from "#worker/core/schedule/cut-off-fleet.ts";
import { noteFailure } from "#worker/core/schedule/failure-notice.ts";
import { knownTimeZone, localDay } from "#worker/core/schedule/next-crawl-at.ts";
import { siteLabel } from "#worker/core/view/sites/site-label.ts";
import { writeDelivery } from "../deliveries/write-delivery.ts";
import { findActiveRecipients } from "../deliveries/write-digests.ts";
import type { Claim } from "./claim-crawl.ts";
import { countPages } from "./count-crawl-pages.ts";
import { lockCrawl } from "./lock-crawl.ts";
import { recogniseCutOff } from "./recognise-cut-off.ts";

type Dependencies = { db: Database; queue: Queue; now: Date };
/** Reason for a Crawl's failure; `message` is shown to the owner. */
export type Failure = { code: string; message: string };

/**
 * Ends a failed Crawl. Mails the recipients on the third failed day in a row, or at once if the server says that pages are missing; once until
 * the site can be read again, not those of a page check, and not while we are cut off from the network. Returns false when another worker holds the Crawl or it has ended.
 */
export async function failCrawl({ db, queue, now }: Dependencies, claim: Claim, failure: Failure): Promise<boolean> {
  return db.$transaction(async (tx) => {
    if (!(await lockCrawl(tx, claim))) return false;
    const { crawlId, siteId } = claim;
    const { found, done, failed, changed } = await countPages(tx, crawlId);
    const { reason } = await tx.crawl.update({
      select: { reason: true },
      where: { id: crawlId },
      data: {
        state: "failed",
        finishedAt: now,
        leaseUntil: null,
        failureCode: failure.code,
        failureMessage: failure.message,
        pagesFound: found,
        pagesDone: done,
        pagesFailed: failed,
        pagesChanged: changed,
      },
    });
    // One page says nothing about the site, and the person who asked sees the reason.
    if (reason === "page") return true;
    const isUnreachable = UNREACHABLE_CODES.includes(failure.code);
    if (isUnreachable && (await recogniseCutOff(tx, claim, now))) return true;
    const site = await tx.site.findUniqueOrThrow({ where: { id: siteId } });
    const wasRead = (await tx.crawl.count({ where: { siteId, state: "finished" } })) > 0;
    const today = localDay(now, knownTimeZone(site.timeZone));
    const { streak, shouldNotify } = noteFailure(site, { today, code: failure.code, wasRead });
    await tx.site.update({ where: { id: siteId }, data: streak });
    if (shouldNotify)
      await writeFailing(tx, queue, {
        siteId,
        siteName: siteLabel(site.name, site.startUrl),
        crawlId,
        failedDays: streak.failedDays,
        isMissing: failure.code === "pages-missing",
        message: failure.message,
        // It is withdrawn if it turns out meanwhile that we are cut off.
        nextAttemptAt: isUnreachable ? new Date(now.getTime() + CUT_OFF_WINDOW_MS) : now,
      });
    return true;
  });
}

type Failing = {
  siteId: string;
  siteName: string;
  crawlId: string;
  failedDays: number;
  isMissing: boolean;
  message: string;
  nextAttemptAt: Date;
};

async function writeFailing(tx: Transaction, queue: Queue, { crawlId, nextAttemptAt, ...failing }: Failing): Promise<void> {
  for (const { id, email, token } of await findActiveRecipients(tx, failing.siteId)) {
    await writeDelivery(tx, queue, {
      kind: "crawl_failing",
      email,
      siteId: failing.siteId,
      dedupeKey: `crawl_failing:${crawlId}:${id}`,
      payload: { ...failing, recipientToken: token },
      nextAttemptAt,
    });
  }
}
