import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelCrawl } from "#prisma/queries/crawls/cancel-crawl.ts";
import { claimCrawl } from "#prisma/queries/crawls/claim-crawl.ts";
import { renewCrawlLease } from "#prisma/queries/crawls/crawl-lease.ts";
import { findCrawlUnderWay } from "#prisma/queries/crawls/live/find-crawl-under-way.ts";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { scheduleCrawls } from "#prisma/queries/crawls/schedule-crawls.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const cancel = (teamId: string, crawlId: string) => cancelCrawl({ db: desk.db, now: new Date() }, { teamId, crawlId });

describe("cancelCrawl", () => {
  it("keeps what was read, changes no issue, and is noticed by the worker", async () => {
    const site = await desk.addSite();
    await desk.crawl(site.siteId, { "/a": ["recieve"], "/b": ["adress"] });
    const before = await desk.db.site.findUniqueOrThrow({ where: { id: site.siteId } });
    const claim = await desk.startCrawl(site.siteId);
    await desk.visit(claim, { "/a": ["mornign"] });
    expect(await findCrawlUnderWay(desk.db, site)).toBe(claim.crawlId);
    await cancel(site.teamId, claim.crawlId);
    expect(await findCrawlUnderWay(desk.db, site)).toBeNull();
    expect(await renewCrawlLease(desk.db, claim, null, new Date())).toBe(false);
    await desk.visit(claim, { "/b": [] });
    expect(await desk.record(claim)).toBeNull();
    expect(await desk.db.crawl.findUniqueOrThrow({ where: { id: claim.crawlId } })).toMatchObject({
      ...{ state: "cancelled", leaseUntil: null, pagesDone: 1, failureCode: null, opened: 0, fixed: 0 },
    });
    const issues = await desk.db.issue.findMany({ where: { siteId: site.siteId }, orderBy: { text: "asc" } });
    expect(issues.map(({ text, state }) => `${text} ${state}`)).toEqual(["adress open", "recieve open"]);
    expect(await desk.db.site.findUniqueOrThrow({ where: { id: site.siteId } })).toEqual(before);
  });

  it("lets the next crawl tell what the stopped one had read", async () => {
    const site = await desk.addSite();
    await desk.crawl(site.siteId, { "/a": ["recieve"] });
    const claim = await desk.startCrawl(site.siteId);
    await desk.visit(claim, { "/a": ["mornign"] });
    await cancel(site.teamId, claim.crawlId);
    const next = await desk.startCrawl(site.siteId);
    await desk.visit(next, { "/a": ["mornign"] });
    expect(await desk.record(next)).toEqual({ opened: 1, fixed: 1 });
  });

  it("stops one that waits, which no worker then takes", async () => {
    const site = await desk.addSite();
    const { crawlId } = await requestCrawl({ db: desk.db, queue: desk.queue, now: new Date() }, site);
    await cancel(site.teamId, crawlId);
    expect(await claimCrawl(desk.db, crawlId, new Date())).toBeNull();
    await expect(cancel(site.teamId, crawlId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("leaves the schedule alone, and counts a stopped first crawl towards the plan's number", async () => {
    const site = await desk.addSite();
    const day = "2026-11-20T05:00:00Z";
    for (let count = 0; count < 10; count += 1) {
      const { crawlId } = await requestCrawl({ db: desk.db, queue: desk.queue, now: new Date(day) }, site);
      await cancel(site.teamId, crawlId);
    }
    const again = requestCrawl({ db: desk.db, queue: desk.queue, now: new Date(day) }, site);
    await expect(again).rejects.toMatchObject({ code: "plan-limit" });
    await desk.db.site.update({ where: { id: site.siteId }, data: { nextCrawlAt: new Date("2026-11-21T05:00:00Z") } });
    await scheduleCrawls(desk.db, desk.queue, new Date("2026-11-21T05:00:01Z"));
    expect(await findCrawlUnderWay(desk.db, site)).not.toBeNull();
  });

  it("refuses a crawl of another team", async () => {
    const [site, stranger] = [await desk.addSite(), await desk.addSite()];
    const claim = await desk.startCrawl(site.siteId);
    await expect(cancel(stranger.teamId, claim.crawlId)).rejects.toMatchObject({ code: "not-found" });
    expect(await findCrawlUnderWay(desk.db, site)).toBe(claim.crawlId);
    expect(await findCrawlUnderWay(desk.db, { ...site, teamId: stranger.teamId })).toBeNull();
  });
});
