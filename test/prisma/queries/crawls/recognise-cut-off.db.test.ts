import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { failCrawl } from "#prisma/queries/crawls/fail-crawl.ts";
import { scheduleCrawls } from "#prisma/queries/crawls/schedule-crawls.ts";
import { claimDelivery } from "#prisma/queries/deliveries/claim-delivery.ts";
import { isFleetCutOff } from "#prisma/queries/status/is-fleet-cut-off.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";

const MINUTE = 60_000;
const START = Date.parse("2026-11-20T05:00:00Z");
const at = (minutes: number) => new Date(START + minutes * MINUTE);

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.db.team.deleteMany());

async function addSites(count: number): Promise<string[]> {
  const sites: string[] = [];
  for (let number = 0; number < count; number++) {
    const { siteId } = await desk.addSite({ startUrl: `https://site-${number}.example/` });
    sites.push(siteId);
  }
  return sites;
}

async function fail(siteId: string, now: Date, code = "timeout"): Promise<void> {
  const claim = await desk.startCrawl(siteId, now);
  expect(await failCrawl({ db: desk.db, queue: desk.queue, now }, claim, { code, message: "No answer." })).toBe(true);
}

const codes = async () =>
  (await desk.db.crawl.findMany({ where: { state: "failed" }, orderBy: { id: "asc" } })).map(({ failureCode }) => failureCode);
const mails = () => desk.db.delivery.findMany({ where: { kind: "crawl_failing" } });
const siteOf = (id: string | undefined) => desk.db.site.findUniqueOrThrow({ where: { id: id ?? "" } });

it("takes back the failures of a fleet that is cut off, mails nothing, and crawls again soon", async () => {
  const sites = await addSites(6);
  // On its third day: this failure alone would be mailed.
  await desk.db.site.updateMany({
    where: { id: { in: sites.slice(0, 2) } },
    data: { failedDays: 2, lastFailedDay: "2026-11-19" },
  });
  for (const [index, siteId] of sites.slice(0, 4).entries()) await fail(siteId, at(index));
  expect(await codes()).toEqual(["timeout", "timeout", "timeout", "timeout"]);
  const waiting = await mails();
  expect(waiting).toHaveLength(2);
  for (const { id } of waiting) expect(await claimDelivery(desk.db, id, at(14))).toBeNull();
  expect(await isFleetCutOff(desk.db, at(4))).toBe(false);

  await fail(sites[4] ?? "", at(5));
  await fail(sites[5] ?? "", at(6));
  expect(await codes()).toEqual(Array(6).fill("cut-off"));
  expect(await mails()).toEqual([]);
  expect(await isFleetCutOff(desk.db, at(7))).toBe(true);
  expect(await siteOf(sites[0])).toMatchObject({ failedDays: 2, lastFailedDay: null, failingTold: false });
  expect(await siteOf(sites[3])).toMatchObject({ failedDays: 0, lastFailedDay: null });
  expect(await siteOf(sites[5])).toMatchObject({ failedDays: 0, lastFailedDay: null });
  const [crawl] = await desk.db.crawl.findMany({ where: { siteId: sites[0] ?? "" } });
  expect(crawl?.failureMessage).toMatch(/^Our own network was cut off/);

  expect(await scheduleCrawls(desk.db, desk.queue, at(7))).toBe(0);
  expect(await scheduleCrawls(desk.db, desk.queue, at(40))).toBe(6);
});

it("ends with the first crawl that reaches its site", async () => {
  const sites = await addSites(6);
  for (const [index, siteId] of sites.slice(0, 5).entries()) await fail(siteId, at(index));
  expect(await isFleetCutOff(desk.db, at(30))).toBe(true);
  await desk.crawl(sites[5] ?? "", { "/": [] }, { now: at(31) });
  expect(await isFleetCutOff(desk.db, at(32))).toBe(false);
});

it("believes that single sites are down, and mails so after a quarter of an hour", async () => {
  const sites = await addSites(6);
  const [down = "", ...others] = sites;
  await desk.db.site.update({ where: { id: down }, data: { failedDays: 2, lastFailedDay: "2026-11-19" } });
  for (const siteId of others) await desk.crawl(siteId, { "/": [] }, { now: at(0) });
  await fail(down, at(1));
  expect(await codes()).toEqual(["timeout"]);
  const [mail] = await mails();
  expect(mail?.nextAttemptAt).toEqual(at(16));
  expect(await claimDelivery(desk.db, mail?.id ?? "", at(16))).not.toBeNull();
});

it("mails at once about a site that answers with errors", async () => {
  const [down = ""] = await addSites(1);
  await desk.db.site.update({ where: { id: down }, data: { failedDays: 2, lastFailedDay: "2026-11-19" } });
  await fail(down, at(1), "http-error");
  expect((await mails()).map(({ nextAttemptAt }) => nextAttemptAt)).toEqual([at(1)]);
});

it("does not take failures far apart for one cut", async () => {
  const sites = await addSites(6);
  for (const [index, siteId] of sites.entries()) await fail(siteId, at(index * 16));
  expect(await codes()).toEqual(Array(6).fill("timeout"));
});

it("believes after a day that the sites are down", async () => {
  const sites = await addSites(5);
  for (const siteId of sites) await fail(siteId, at(0));
  for (const siteId of sites) await fail(siteId, at(12 * 60));
  expect(await codes()).toEqual(Array(10).fill("cut-off"));
  for (const siteId of sites) await fail(siteId, at(24 * 60 + 1));
  expect((await codes()).slice(10)).toEqual(Array(5).fill("timeout"));
  expect(await siteOf(sites[0])).toMatchObject({ failedDays: 1 });
});

it("sees through failures that are recorded at the same time", async () => {
  const sites = await addSites(8);
  await Promise.all(sites.map((siteId) => fail(siteId, at(0))));
  expect(await codes()).toEqual(Array(8).fill("cut-off"));
  for (const siteId of sites) expect(await siteOf(siteId)).toMatchObject({ failedDays: 0 });
});
