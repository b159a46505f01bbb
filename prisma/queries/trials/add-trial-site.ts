import type { Transaction } from "#prisma/client.ts";
import { enqueueCrawl, type Queue } from "#prisma/queue.ts";
import { crawlMinute } from "#worker/core/schedule/crawl-minute.ts";
import { TRIAL_PAGES, TRIAL_TEAM_ID } from "#worker/core/trial/trial-limits.ts";

export type TrialSite = { startUrl: string; name: string };

/** Adds a Site to the Team of trials and queues its only Crawl. It is paused, so that the schedule leaves it alone. */
export async function addTrialSite(
  tx: Transaction,
  queue: Queue,
  { startUrl, name, now }: TrialSite & { now: Date },
): Promise<string> {
  await tx.team.createMany({ data: [{ id: TRIAL_TEAM_ID, name: "Trials" }], skipDuplicates: true });
  const { id: siteId, crawls } = await tx.site.create({
    data: {
      teamId: TRIAL_TEAM_ID,
      startUrl,
      name,
      pageLimit: TRIAL_PAGES,
      pausedBy: "owner",
      nextCrawlAt: now,
      createdAt: now,
      crawlMinute: crawlMinute(startUrl),
      crawls: { create: { reason: "trial", queuedAt: now } },
    },
    select: { id: true, crawls: { select: { id: true, reason: true } } },
  });
  for (const crawl of crawls) await enqueueCrawl(queue, tx, crawl);
  return siteId;
}
