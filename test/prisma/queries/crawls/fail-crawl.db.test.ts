import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { payloadSchemas } from "#emails/payloads.ts";
import { createCrawlMemory } from "#prisma/queries/crawls/crawl-memory.ts";
import { failCrawl } from "#prisma/queries/crawls/fail-crawl.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { makeVisit } from "#test/worker/crawl/fake/visit-samples.ts";

const FAILURE = { code: "dns", message: "The domain bakery.example does not exist." };
let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

async function fail(siteId: string, at: string, failure = FAILURE): Promise<void> {
  const now = new Date(at);
  const claim = await desk.startCrawl(siteId, now);
  expect(await failCrawl({ db: desk.db, queue: desk.queue, now }, claim, failure)).toBe(true);
}
async function mailsOf(siteId: string): Promise<string[]> {
  const deliveries = await desk.db.delivery.findMany({ where: { siteId }, orderBy: { id: "asc" } });
  return deliveries.map(({ kind, email }) => `${kind} to ${email}`);
}

it("mails each recipient on the third failed day, and once when it works again", async () => {
  const { siteId, email } = await desk.addSite();
  const second = "second@bakery.example";
  const people = [
    { email: second, confirmedAt: new Date() },
    { email: "unconfirmed@bakery.example" },
    { email: "gone@bakery.example", confirmedAt: new Date(), unsubscribedAt: new Date() },
  ];
  await desk.db.recipient.createMany({ data: people.map((person) => ({ siteId, token: randomUUID(), ...person })) });
  await desk.crawl(siteId, { "/": ["recieve"] }, { now: new Date("2026-11-17T05:00:00Z") });
  const before = await mailsOf(siteId);
  await fail(siteId, "2026-11-18T05:00:00Z");
  await fail(siteId, "2026-11-19T05:00:00Z");
  expect(await mailsOf(siteId)).toEqual(before);
  await fail(siteId, "2026-11-20T05:00:00Z");
  await fail(siteId, "2026-11-20T09:00:00Z");
  await fail(siteId, "2026-11-21T05:00:00Z");
  const told = (await mailsOf(siteId)).slice(before.length);
  expect(told.sort()).toEqual([`crawl_failing to ${email}`, `crawl_failing to ${second}`].sort());
  const failing = await desk.db.delivery.findFirstOrThrow({ where: { siteId, kind: "crawl_failing" } });
  expect(payloadSchemas.crawl_failing.parse(failing.payload)).toMatchObject({ failedDays: 3, message: FAILURE.message });

  await desk.crawl(siteId, { "/": ["recieve"] }, { now: new Date("2026-11-22T05:00:00Z") });
  await desk.crawl(siteId, { "/": ["recieve"] }, { now: new Date("2026-11-23T05:00:00Z") });
  const recovered = (await mailsOf(siteId)).slice(before.length + 2);
  expect(recovered.sort()).toEqual([`crawl_recovered to ${email}`, `crawl_recovered to ${second}`].sort());
  const working = await desk.db.delivery.findFirstOrThrow({ where: { siteId, kind: "crawl_recovered" } });
  expect(payloadSchemas.crawl_recovered.parse(working.payload)).toMatchObject({ failedDays: 4, pagesChecked: 1 });
});

const MISSING = { code: "pages-missing", message: "8 of the 10 pages that we know are suddenly missing." };

it("mails on the first day that most pages are missing, and when they are back", async () => {
  const { siteId, email } = await desk.addSite();
  const pages = { "/": [], "/a": [], "/b": [], "/c": [] };
  await desk.crawl(siteId, pages, { now: new Date("2026-11-17T05:00:00Z") });
  const before = await mailsOf(siteId);
  await fail(siteId, "2026-11-18T05:00:00Z", MISSING);
  await fail(siteId, "2026-11-18T09:00:00Z", MISSING);
  expect((await mailsOf(siteId)).slice(before.length)).toEqual([`crawl_failing to ${email}`]);
  const failing = await desk.db.delivery.findFirstOrThrow({ where: { siteId, kind: "crawl_failing" } });
  expect(payloadSchemas.crawl_failing.parse(failing.payload)).toMatchObject({ failedDays: 1, isMissing: true });
  await desk.crawl(siteId, pages, { now: new Date("2026-11-19T05:00:00Z") });
  expect((await mailsOf(siteId)).slice(before.length + 1)).toEqual([`crawl_recovered to ${email}`]);
});

it("mails no recovery while the pages are still missing", async () => {
  const { siteId, email } = await desk.addSite();
  const paths = ["/a", "/b", "/c"];
  await desk.crawl(siteId, { "/": [], "/a": [], "/b": [], "/c": [] }, { now: new Date("2026-11-17T05:00:00Z") });
  await fail(siteId, "2026-11-18T05:00:00Z", MISSING);
  const now = new Date("2026-11-19T05:00:00Z");
  const claim = await desk.startCrawl(siteId, now);
  expect(claim.wasMissingPages).toBe(true);
  const memory = createCrawlMemory(desk.db, claim);
  const urls = paths.map((path) => `https://bakery.example${path}`);
  await memory.addPending(urls.map((url) => ({ url, depth: 1, source: "known" })));
  for (const url of urls)
    await memory.recordVisit(makeVisit({ url, outcome: "gone", status: 404, snapshot: null }), "checks-1");
  await desk.visit(claim, { "/": [] });
  await desk.record(claim, now);
  const mails = await mailsOf(siteId);
  expect(mails).toContain(`crawl_failing to ${email}`);
  expect(mails).not.toContain(`crawl_recovered to ${email}`);
});

it("sends no mail about many failures on two days, nor about the recovery", async () => {
  const { siteId } = await desk.addSite();
  for (const hour of ["01", "02", "03", "04"]) await fail(siteId, `2026-11-18T${hour}:00:00Z`);
  await fail(siteId, "2026-11-19T05:00:00Z");
  await desk.crawl(siteId, { "/": [] }, { now: new Date("2026-11-20T05:00:00Z") });
  await fail(siteId, "2026-11-21T05:00:00Z");
  await fail(siteId, "2026-11-22T05:00:00Z");
  expect((await mailsOf(siteId)).map((mail) => mail.split(" ")[0])).toEqual(["first_report"]);
});

it("counts the days by the site's own calendar", async () => {
  const { siteId } = await desk.addSite({ timeZone: "Pacific/Auckland" });
  for (const at of ["2026-11-18T10:00:00Z", "2026-11-18T12:00:00Z", "2026-11-19T12:00:00Z"]) await fail(siteId, at);
  expect(await mailsOf(siteId)).toHaveLength(1);
});

it("stores the reason and the progress, fixes no issue, and mails again about the next failure", async () => {
  const { siteId } = await desk.addSite();
  await desk.crawl(siteId, { "/": ["recieve"] });
  const claim = await desk.startCrawl(siteId);
  await desk.visit(claim, { "/bread": ["teh"] });
  await failCrawl({ db: desk.db, queue: desk.queue, now: new Date() }, claim, FAILURE);
  const crawl = await desk.db.crawl.findUniqueOrThrow({ where: { id: claim.crawlId } });
  expect(crawl).toMatchObject({
    state: "failed",
    failureCode: "dns",
    failureMessage: FAILURE.message,
    pagesFound: 1,
    pagesDone: 1,
    leaseUntil: null,
  });
  expect(await desk.db.issue.findMany({ where: { siteId } })).toMatchObject([{ text: "recieve", state: "open" }]);
});
