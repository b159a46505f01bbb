import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findCurrentCrawls } from "#prisma/queries/crawls/live/find-current-crawls.ts";
import { findPageCheck } from "#prisma/queries/crawls/live/find-page-check.ts";
import { requestPageCheck } from "#prisma/queries/crawls/request-page-check.ts";
import { findSites } from "#prisma/queries/sites/find-sites.ts";
import { QUEUES } from "#prisma/queue.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { PLANS } from "#worker/core/plans.ts";

type Place = { teamId: string; siteId: string };
let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const request = (site: Place, wanted: { pageId: string } | { typed: string }, now = new Date()) =>
  requestPageCheck(
    { db: desk.db, queue: desk.queue, allowedPrivateHosts: [], now },
    { teamId: site.teamId, siteId: site.siteId, ...wanted },
  );
async function addReadSite() {
  const site = await desk.addSite({ startUrl: "https://bakery.example/" });
  await desk.crawl(site.siteId, { "/": [], "/a": ["recieve"] });
  return site;
}
const urlsOf = async (crawlId: string) => (await desk.db.crawl.findUniqueOrThrow({ where: { id: crawlId } })).onlyUrls;

describe("requestPageCheck", () => {
  it("queues one check for a page, however often the button is pressed, with a job in a queue of its own", async () => {
    const site = await addReadSite();
    const page = await desk.db.page.findFirstOrThrow({ where: { siteId: site.siteId, url: { endsWith: "/a" } } });
    const answers = await Promise.all([1, 2, 3].map(() => request(site, { pageId: page.id })));
    expect(new Set(answers.map(({ crawlId }) => crawlId)).size).toBe(1);
    const jobs = await desk.queue.findJobs(QUEUES.page, { data: { crawlId: answers[0]?.crawlId }, queued: true });
    expect(jobs).toHaveLength(1);
    expect(await urlsOf(answers[0]?.crawlId ?? "")).toEqual(["https://bakery.example/a"]);
  });

  it("may wait beside a crawl of the whole site, and is none of the crawls that the site's page shows", async () => {
    const site = await addReadSite();
    const whole = await desk.startCrawl(site.siteId);
    const { crawlId } = await request(site, { typed: "/a" });
    const { goingOn, ended } = await findCurrentCrawls(desk.db, site);
    expect([goingOn?.id, ended?.reason]).toEqual([whole.crawlId, "requested"]);
    await desk.record(whole);
    expect((await findCurrentCrawls(desk.db, site)).goingOn).toBeNull();
    expect((await findSites(desk.db, { teamId: site.teamId, now: new Date() }))[0]).toMatchObject({
      crawling: null,
      last: { state: "finished" },
    });
    expect(await findPageCheck(desk.db, { ...site, crawlId })).toMatchObject({ state: "queued" });
    expect(await findPageCheck(desk.db, { ...site, crawlId: whole.crawlId })).toBeNull();
  });

  it.each([
    ["https://bakery.example/a", "https://bakery.example/a"],
    ["http://www.bakery.example/a/", "https://bakery.example/a"],
    ["bakery.example/a?utm_source=mail#top", "https://bakery.example/a"],
    ["/new", "https://bakery.example/new"],
  ])("finds the page at %s", async (typed, url) => {
    const site = await addReadSite();
    expect(await urlsOf((await request(site, { typed })).crawlId)).toEqual([url]);
  });

  it.each([
    ["https://other.example/a", /another site.*bakery\.example/],
    ["http://169.254.169.254/", /another site/],
    ["/private/a", /outside the part/],
    ["/menu.pdf", /file/],
    ["about us", /space/],
    ["", /Enter the address/],
  ])("refuses %s", async (typed, words) => {
    const site = await addReadSite();
    await desk.db.site.update({ where: { id: site.siteId }, data: { exclude: ["/private"] } });
    await expect(request(site, { typed })).rejects.toMatchObject({
      code: "invalid-input",
      message: expect.stringMatching(words),
    });
  });

  it("refuses a site that was never crawled, one that is paused, and one of another team", async () => {
    const [site, stranger] = [await desk.addSite(), await desk.addSite()];
    await expect(request(site, { typed: "/a" })).rejects.toMatchObject({ code: "conflict" });
    await desk.crawl(site.siteId, { "/a": [] });
    const page = await desk.db.page.findFirstOrThrow({ where: { siteId: site.siteId } });
    await expect(request({ ...site, teamId: stranger.teamId }, { pageId: page.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await desk.crawl(stranger.siteId, { "/a": [] });
    await expect(request(stranger, { pageId: page.id })).rejects.toMatchObject({ code: "not-found" });
    await desk.db.site.update({ where: { id: site.siteId }, data: { pausedBy: "owner" } });
    await expect(request(site, { pageId: page.id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("allows the plan's number an hour over all sites of the team", async () => {
    const site = await addReadSite();
    const now = new Date("2026-11-20T05:00:00Z");
    const data = {
      siteId: site.siteId,
      reason: "page" as const,
      state: "finished" as const,
      onlyUrls: ["https://bakery.example/"],
    };
    await desk.db.crawl.createMany({
      data: Array.from({ length: PLANS.free.pageChecksPerHour }, () => ({ ...data, queuedAt: now })),
    });
    const later = (minutes: number) => request(site, { typed: "/a" }, new Date(now.getTime() + minutes * 60_000));
    await expect(later(59)).rejects.toMatchObject({
      code: "plan-limit",
      message: expect.stringMatching(/page checks an hour/),
    });
    expect(await later(61)).toHaveProperty("crawlId");
  });

  it("adds no page beyond the site's limit, and checks known ones all the same", async () => {
    const site = await addReadSite();
    await desk.db.site.update({ where: { id: site.siteId }, data: { pageLimit: 2 } });
    await expect(request(site, { typed: "/new" })).rejects.toMatchObject({ code: "plan-limit" });
    expect(await request(site, { typed: "/a" })).toHaveProperty("crawlId");
  });
});
