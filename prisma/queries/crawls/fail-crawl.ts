import type { Database, Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { noteFailure } from "#worker/core/schedule/failure-notice.ts";
import { knownTimeZone, localDay } from "#worker/core/schedule/next-crawl-at.ts";
import { writeDelivery } from "../deliveries/write-delivery.ts";
import { findRecipientsToTell } from "../deliveries/write-digests.ts";
import type { Claim } from "./claim-crawl.ts";
import { countPages } from "./count-crawl-pages.ts";
import { lockCrawl } from "./lock-crawl.ts";

type Dependencies = { db: Database; queue: Queue; now: Date };
/** Why a Crawl failed; `message` in the owner's words. */
export type Failure = { code: string; message: string };

/**
 * Ends a Crawl that failed. On the third failed day in a row the recipients are told, once, until it works again. False when another worker
 * has it or it is over.
 */
export async function failCrawl({ db, queue, now }: Dependencies, claim: Claim, failure: Failure): Promise<boolean> {
  return db.$transaction(async (tx) => {
    if (!(await lockCrawl(tx, claim))) return false;
    const { crawlId, siteId } = claim;
    const { found, done, failed, changed } = await countPages(tx, crawlId);
    await tx.crawl.update({
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
    const site = await tx.site.findUniqueOrThrow({ where: { id: siteId } });
    const { streak, shouldNotify } = noteFailure(site, localDay(now, knownTimeZone(site.timeZone)));
    await tx.site.update({ where: { id: siteId }, data: streak });
    if (shouldNotify)
      await writeFailing(tx, queue, {
        siteId,
        siteName: site.name,
        crawlId,
        failedDays: streak.failedDays,
        message: failure.message,
      });
    return true;
  });
}

type Failing = { siteId: string; siteName: string; crawlId: string; failedDays: number; message: string };

async function writeFailing(tx: Transaction, queue: Queue, { crawlId, ...told }: Failing): Promise<void> {
  for (const { id, email, token } of await findRecipientsToTell(tx, told.siteId)) {
    await writeDelivery(tx, queue, {
      kind: "crawl_failing",
      email,
      siteId: told.siteId,
      dedupeKey: `crawl_failing:${crawlId}:${id}`,
      payload: { ...told, recipientToken: token },
    });
  }
}
