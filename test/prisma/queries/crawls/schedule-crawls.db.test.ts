import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { scheduleCrawls } from "#prisma/queries/crawls/schedule-crawls.ts";
import { createQueue, QUEUES } from "#prisma/queue.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { DomainError } from "#worker/core/errors.ts";

const HOUR_MS = 3_600_000;
const UUID_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const crawlsOf = (siteId: string) => desk.db.crawl.findMany({ where: { siteId }, orderBy: { queuedAt: "asc" } });
const schedule = (now: string) => scheduleCrawls(desk.db, desk.queue, new Date(now));
const request = (site: { teamId: string; siteId: string }, now: string) =>
  requestCrawl({ db: desk.db, queue: desk.queue, now: new Date(now) }, { teamId: site.teamId, siteId: site.siteId });
async function addSiteDue(nextCrawlAt: string, clock: { timeZone?: string; crawlHour?: number; crawlMinute?: number } = {}) {
  const site = await desk.addSite();
  await desk.db.site.update({ where: { id: site.siteId }, data: { nextCrawlAt: new Date(nextCrawlAt), ...clock } });
  return site;
}
const nextOf = async (siteId: string) =>
  (await desk.db.site.findUniqueOrThrow({ where: { id: siteId } })).nextCrawlAt.toISOString();
const end = (siteId: string, state: "finished" | "failed") => desk.db.crawl.updateMany({ where: { siteId }, data: { state } });

describe("scheduleCrawls", () => {
  it("queues each of 120 due sites once when four workers schedule at the same time, each with its job", async () => {
    const sites = await Promise.all(Array.from({ length: 120 }, () => addSiteDue("2026-11-20T05:00:00Z")));
    const others = await Promise.all([desk, desk].map(() => createQueue(desk.database.url, () => undefined)));
    const now = new Date("2026-11-20T05:00:10Z");
    const queues = [desk.queue, desk.queue, ...others];
    const counts = await Promise.all(queues.map((queue) => scheduleCrawls(desk.db, queue, now)));
    await Promise.all(others.map((queue) => queue.stop({ graceful: false })));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(120);
    const crawls = await desk.db.crawl.findMany({ where: { siteId: { in: sites.map(({ siteId }) => siteId) } } });
    expect(new Set(crawls.map(({ siteId }) => siteId)).size).toBe(120);
    // Of version 7, so that new rows come to the end of the index.
    for (const { id, siteId } of crawls) expect([siteId, id]).toEqual([siteId, expect.stringMatching(UUID_7)]);
    const [newest] = crawls.map(({ id }) => Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toSorted((a, b) => b - a);
    expect(Math.abs((newest ?? 0) - Date.now())).toBeLessThan(HOUR_MS);
    const jobs = await desk.queue.findJobs<{ crawlId: string }>(QUEUES.crawl, { queued: true });
    expect(new Set(jobs.map(({ data }) => data.crawlId))).toEqual(new Set(crawls.map(({ id }) => id)));
    expect(await schedule("2026-11-20T05:00:11Z")).toBe(0);
  });

  it("uses UTC for an unknown zone, and delays no other site", async () => {
    const lost = await addSiteDue("2026-11-20T04:00:00Z", { timeZone: "Atlantis/Poseidonis", crawlHour: 4, crawlMinute: 30 });
    const other = await addSiteDue("2026-11-20T04:00:00Z");
    expect(await schedule("2026-11-20T04:00:00Z")).toBe(2);
    expect(await nextOf(lost.siteId)).toBe("2026-11-20T04:30:00.000Z");
    expect(await crawlsOf(other.siteId)).toHaveLength(1);
  });

  it("skips sites that are not due or are paused", async () => {
    const early = await addSiteDue("2026-11-20T06:00:00.001Z");
    const paused = await addSiteDue("2026-11-20T05:00:00Z");
    await desk.db.site.update({ where: { id: paused.siteId }, data: { pausedBy: "owner" } });
    await schedule("2026-11-20T06:00:00Z");
    expect(await crawlsOf(early.siteId)).toEqual([]);
    expect(await crawlsOf(paused.siteId)).toEqual([]);
    expect(await nextOf(paused.siteId)).toBe("2026-11-20T05:00:00.000Z");
  });

  it("queues one crawl after an outage of five days, and the next at the usual hour", async () => {
    const { siteId } = await addSiteDue("2026-11-16T05:00:00Z");
    await schedule("2026-11-21T12:00:00Z");
    expect(await crawlsOf(siteId)).toMatchObject([{ reason: "first", state: "queued" }]);
    expect(await nextOf(siteId)).toBe("2026-11-22T05:00:00.000Z");
    await end(siteId, "finished");
    await schedule("2026-11-21T12:00:20Z");
    expect(await crawlsOf(siteId)).toHaveLength(1);
  });

  it("follows the site's local time over the change to summer time", async () => {
    const { siteId } = await addSiteDue("2026-03-28T04:10:00Z", { timeZone: "Europe/Paris", crawlHour: 5, crawlMinute: 10 });
    await schedule("2026-03-28T04:10:05Z");
    expect(await nextOf(siteId)).toBe("2026-03-29T03:10:00.000Z");
    await end(siteId, "finished");
    await schedule("2026-03-29T03:10:05Z");
    expect(await nextOf(siteId)).toBe("2026-03-30T03:10:00.000Z");
    expect((await crawlsOf(siteId)).map(({ reason }) => reason)).toEqual(["first", "scheduled"]);
  });

  it("repeats a failed first crawl the next day", async () => {
    const { siteId } = await addSiteDue("2026-11-20T05:00:00Z");
    await schedule("2026-11-20T05:00:00Z");
    await end(siteId, "failed");
    await schedule("2026-11-21T05:00:00Z");
    expect((await crawlsOf(siteId)).map(({ reason, state }) => [reason, state])).toEqual([
      ["first", "failed"],
      ["first", "queued"],
    ]);
  });

  it("keeps the crawl under way, and schedules the next day", async () => {
    const { siteId } = await addSiteDue("2026-11-20T05:00:00Z");
    await desk.startCrawl(siteId, new Date("2026-11-20T04:00:00Z"));
    await schedule("2026-11-20T05:00:00Z");
    expect(await crawlsOf(siteId)).toMatchObject([{ state: "running" }]);
    expect(await nextOf(siteId)).toBe("2026-11-21T05:00:00.000Z");
  });
});

describe("requestCrawl", () => {
  it("shares one crawl with the schedule and with concurrent requests", async () => {
    const site = await addSiteDue("2026-11-20T05:00:00Z");
    const asked = Array.from({ length: 6 }, () => request(site, "2026-11-20T05:00:01Z"));
    const [, , ...answers] = await Promise.all([schedule("2026-11-20T05:00:01Z"), schedule("2026-11-20T05:00:01Z"), ...asked]);
    const crawls = await crawlsOf(site.siteId);
    expect(crawls).toHaveLength(1);
    expect(new Set(answers.map(({ crawlId }) => crawlId))).toEqual(new Set(crawls.map(({ id }) => id)));
    const jobs = await desk.queue.findJobs(QUEUES.crawl, { data: { crawlId: crawls[0]?.id }, queued: true });
    expect(jobs).toHaveLength(1);
  });

  it("allows the plan's number a day, without scheduled ones", async () => {
    const site = await addSiteDue("2026-11-22T05:00:00Z");
    await desk.crawl(site.siteId, {}, { now: new Date("2026-11-19T00:00:00Z") });
    for (let asked = 0; asked < 10; asked += 1) {
      await request(site, `2026-11-20T0${asked}:00:00Z`);
      await end(site.siteId, "finished");
    }
    await expect(request(site, "2026-11-20T23:59:59Z")).rejects.toMatchObject({ code: "plan-limit" });
    const day = 24 * HOUR_MS;
    const first = Date.parse("2026-11-20T00:00:00Z");
    expect(await request(site, new Date(first + day).toISOString())).toHaveProperty("crawlId");
  });

  it("applies the same limit to repeated failing first crawls", async () => {
    const site = await addSiteDue("2026-11-22T05:00:00Z");
    for (let asked = 0; asked < 10; asked += 1) {
      await request(site, `2026-11-20T0${asked}:00:00Z`);
      await end(site.siteId, "failed");
    }
    await expect(request(site, "2026-11-20T12:00:00Z")).rejects.toMatchObject({ code: "plan-limit" });
    expect((await crawlsOf(site.siteId)).every(({ reason }) => reason === "first")).toBe(true);
  });

  it("refuses a paused site and one of another team", async () => {
    const [site, stranger] = [await desk.addSite(), await desk.addSite()];
    const other = { teamId: stranger.teamId, siteId: site.siteId };
    await expect(request(other, "2026-11-20T05:00:00Z")).rejects.toThrow(DomainError);
    await expect(request(other, "2026-11-20T05:00:00Z")).rejects.toMatchObject({ code: "not-found" });
    await desk.db.site.update({ where: { id: site.siteId }, data: { pausedBy: "plan" } });
    await expect(request(site, "2026-11-20T05:00:00Z")).rejects.toMatchObject({ code: "conflict" });
    expect(await crawlsOf(site.siteId)).toEqual([]);
  });
});
