import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { claimCrawl, LEASE_MS } from "#prisma/queries/crawls/claim-crawl.ts";
import { releaseCrawl, renewCrawlLease } from "#prisma/queries/crawls/crawl-lease.ts";
import { failCrawl } from "#prisma/queries/crawls/fail-crawl.ts";
import { rescueCrawls } from "#prisma/queries/crawls/rescue-crawls.ts";
import { QUEUES } from "#prisma/queue.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";

const NOW = new Date("2026-11-21T12:00:00Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);
const PROGRESS = { pagesFound: 9, pagesDone: 4, pagesFailed: 1, findings: 2, linksFound: 7, linksChecked: 3, waitsFor: null };

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

/** Returns the number of this Crawl's jobs that wait for a worker. */
async function announced(crawlId: string): Promise<number> {
  const jobs = await desk.queue.findJobs<{ crawlId: string }>(QUEUES.crawl, { data: { crawlId }, queued: true });
  return jobs.length;
}
const crawlOf = (crawlId: string) => desk.db.crawl.findUniqueOrThrow({ where: { id: crawlId } });
async function queueCrawl(queuedAt = NOW): Promise<{ crawlId: string; siteId: string }> {
  const { siteId } = await desk.addSite();
  const { id } = await desk.db.crawl.create({ data: { siteId, reason: "first", queuedAt } });
  return { crawlId: id, siteId };
}

describe("claimCrawl", () => {
  it("gives a crawl to one of twenty workers that claim it at the same time", async () => {
    const { crawlId, siteId } = await queueCrawl();
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimCrawl(desk.db, crawlId, NOW)));
    expect(claims.filter((claim) => claim !== null)).toMatchObject([{ crawlId, siteId, attempt: 1 }]);
    expect(await crawlOf(crawlId)).toMatchObject({
      state: "running",
      attempts: 1,
      startedAt: NOW,
      leaseUntil: later(LEASE_MS),
    });
  });

  it("gives a dead worker's crawl to one of twenty, as the next attempt, with its first start", async () => {
    const { crawlId } = await queueCrawl();
    await claimCrawl(desk.db, crawlId, NOW);
    const late = later(LEASE_MS + 1);
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimCrawl(desk.db, crawlId, late)));
    expect(claims.filter((claim) => claim !== null)).toMatchObject([{ attempt: 2 }]);
    expect(await crawlOf(crawlId)).toMatchObject({ attempts: 2, startedAt: NOW });
  });

  it("leaves a crawl with its worker until the lease ends", async () => {
    const { crawlId } = await queueCrawl();
    const claim = await claimCrawl(desk.db, crawlId, NOW);
    expect(await claimCrawl(desk.db, crawlId, later(LEASE_MS))).toBeNull();
    expect(claim && (await renewCrawlLease(desk.db, claim, null, later(20_000)))).toBe(true);
    expect(await claimCrawl(desk.db, crawlId, later(LEASE_MS + 1))).toBeNull();
  });

  it.each(["finished", "failed", "cancelled"] as const)("does not claim a crawl that is %s", async (state) => {
    const { crawlId } = await queueCrawl();
    await desk.db.crawl.update({ where: { id: crawlId }, data: { state } });
    expect(await claimCrawl(desk.db, crawlId, NOW)).toBeNull();
  });

  it("knows that the last crawl saw most pages missing, whatever page checks came since", async () => {
    const { crawlId, siteId } = await queueCrawl();
    const past = (at: number, reason: "scheduled" | "page", failureCode: string | null) => ({
      ...{ siteId, reason, failureCode, state: failureCode ? ("failed" as const) : ("finished" as const) },
      ...{ queuedAt: later(at), finishedAt: later(at) },
    });
    await desk.db.crawl.createMany({ data: [past(-3, "scheduled", "pages-missing"), past(-2, "page", null)] });
    expect(await claimCrawl(desk.db, crawlId, NOW)).toMatchObject({ wasMissingPages: true });
    await desk.db.crawl.createMany({ data: [past(-1, "scheduled", null)] });
    expect(await claimCrawl(desk.db, crawlId, later(LEASE_MS + 1))).toMatchObject({ wasMissingPages: false });
  });

  it("reads no more pages than the plan allows", async () => {
    const { siteId } = await desk.addSite({ pageLimit: 5_000 });
    expect((await desk.startCrawl(siteId)).pageLimit).toBe(100);
  });
});

describe("a worker whose crawl was claimed by another", () => {
  it("can neither renew, record, fail nor release it", async () => {
    const { siteId } = await desk.addSite();
    const stale = await desk.startCrawl(siteId, NOW);
    await desk.visit(stale, { "/": ["recieve"] });
    const fresh = await claimCrawl(desk.db, stale.crawlId, later(LEASE_MS + 1));
    const before = await crawlOf(stale.crawlId);

    expect(await renewCrawlLease(desk.db, stale, PROGRESS, later(LEASE_MS + 2))).toBe(false);
    expect(await desk.record(stale)).toBeNull();
    expect(await failCrawl({ db: desk.db, queue: desk.queue, now: NOW }, stale, { code: "dns", message: "No." })).toBe(false);
    await releaseCrawl(desk.db, desk.queue, stale);
    expect(await crawlOf(stale.crawlId)).toEqual(before);
    expect(await desk.db.issue.count({ where: { siteId } })).toBe(0);
    expect(await desk.db.delivery.count({ where: { siteId } })).toBe(0);
    expect(await desk.db.site.findUniqueOrThrow({ where: { id: siteId } })).toMatchObject({ failedDays: 0 });

    expect(fresh && (await desk.record(fresh))).toMatchObject({ opened: 1 });
    expect(fresh && (await renewCrawlLease(desk.db, fresh, PROGRESS, NOW))).toBe(false);
    expect(fresh && (await desk.record(fresh))).toBeNull();
    expect(await desk.db.delivery.count({ where: { siteId } })).toBe(1);
  });

  it("loses when both end it at the same moment", async () => {
    const { siteId } = await desk.addSite();
    const claim = await desk.startCrawl(siteId, NOW);
    const failure = { code: "dns", message: "The domain does not exist." };
    const ends = await Promise.all([
      desk.record(claim),
      failCrawl({ db: desk.db, queue: desk.queue, now: NOW }, claim, failure),
      desk.record(claim),
    ]);
    expect(ends.filter(Boolean)).toHaveLength(1);
  });
});

describe("renewCrawlLease", () => {
  it("stores the crawl's progress, and keeps it when there is none to store", async () => {
    const { siteId } = await desk.addSite();
    const claim = await desk.startCrawl(siteId, NOW);
    expect(await renewCrawlLease(desk.db, claim, PROGRESS, later(1_000))).toBe(true);
    expect(await renewCrawlLease(desk.db, claim, null, later(2_000))).toBe(true);
    expect(await crawlOf(claim.crawlId)).toMatchObject({ ...PROGRESS, leaseUntil: later(2_000 + LEASE_MS) });
  });

  it("returns false when the crawl's site is deleted", async () => {
    const { siteId } = await desk.addSite();
    const claim = await desk.startCrawl(siteId, NOW);
    await desk.db.site.delete({ where: { id: siteId } });
    expect(await renewCrawlLease(desk.db, claim, PROGRESS, NOW)).toBe(false);
    expect(await desk.record(claim)).toBeNull();
  });
});

describe("releaseCrawl", () => {
  it("does not count as a loss, unlike a dead worker", async () => {
    const { crawlId } = await queueCrawl();
    const claims = [await claimCrawl(desk.db, crawlId, NOW)];
    for (const claim of claims) if (claim) await releaseCrawl(desk.db, desk.queue, claim);
    claims.push(await claimCrawl(desk.db, crawlId, NOW), await claimCrawl(desk.db, crawlId, later(LEASE_MS + 1)));
    expect(claims.map((claim) => claim?.losses)).toEqual([0, 0, 1]);
  });

  it("lets another worker continue at once", async () => {
    const { siteId } = await desk.addSite();
    const claim = await desk.startCrawl(siteId, NOW);
    await releaseCrawl(desk.db, desk.queue, claim);
    expect(await announced(claim.crawlId)).toBe(1);
    expect(await claimCrawl(desk.db, claim.crawlId, later(1))).toMatchObject({ attempt: 2 });
  });
});

describe("rescueCrawls", () => {
  const rescue = (now: Date) => rescueCrawls(desk.db, desk.queue, now);

  it("announces a dead worker's crawl once, however often it runs", async () => {
    const { siteId } = await desk.addSite();
    const { crawlId } = await desk.startCrawl(siteId, NOW);
    await rescue(later(LEASE_MS));
    expect(await announced(crawlId)).toBe(0);
    await Promise.all([rescue(later(LEASE_MS + 1)), rescue(later(LEASE_MS + 1))]);
    await rescue(later(LEASE_MS + 2));
    expect(await announced(crawlId)).toBe(1);
  });

  it("announces a crawl that no worker claimed for a minute, and skips ended ones", async () => {
    const untaken = await queueCrawl();
    const over = await queueCrawl();
    await desk.db.crawl.update({ where: { id: over.crawlId }, data: { state: "finished" } });
    await rescue(later(60_000));
    expect(await announced(untaken.crawlId)).toBe(0);
    await rescue(later(60_001));
    expect(await announced(untaken.crawlId)).toBe(1);
    expect(await announced(over.crawlId)).toBe(0);
  });

  it("announces many crawls in one statement, each in the queue of its kind", async () => {
    const waiting = await Promise.all(Array.from({ length: 30 }, () => queueCrawl()));
    const { siteId } = await desk.addSite();
    const check = await desk.db.crawl.create({ data: { siteId, reason: "page", queuedAt: NOW } });
    const insert = vi.spyOn(desk.queue, "insert");
    await rescue(later(60_001));
    expect(insert.mock.calls.map(([name]) => name).sort()).toEqual([QUEUES.crawl, QUEUES.page]);
    insert.mockRestore();
    for (const { crawlId } of waiting) expect(await announced(crawlId)).toBe(1);
    const data = { crawlId: check.id };
    expect(await desk.queue.findJobs(QUEUES.page, { data, queued: true })).toHaveLength(1);
  });
});
