import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { payloadSchemas } from "#emails/payloads.ts";
import { claimCrawl } from "#prisma/queries/crawls/claim-crawl.ts";
import { createCrawlMemory } from "#prisma/queries/crawls/crawl-memory.ts";
import { failCrawl } from "#prisma/queries/crawls/fail-crawl.ts";
import { recordLateLinks } from "#prisma/queries/crawls/recording/record-late-links.ts";
import { recordPageCheck } from "#prisma/queries/crawls/recording/record-page-check.ts";
import { QUEUES } from "#prisma/queue.ts";
import { brokenLink, CRAWL_END, type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { makeVisit } from "#test/worker/crawl/fake/visit-samples.ts";
import { needsNextCrawl } from "#worker/core/checks/links/needs-next-crawl.ts";

const DEAD = "https://dead.example/";
const SLOW = "https://slow.example/";
const down = (url: string) => brokenLink(url, { rule: "links/server-error", status: 500 });
const works = (url: string) => brokenLink(url, { state: "ok", rule: null, status: 200, reason: "" });

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const issuesOf = (siteId: string) => desk.db.issue.findMany({ where: { siteId }, orderBy: { text: "asc" } });
async function statesOf(siteId: string): Promise<Record<string, string>> {
  return Object.fromEntries((await issuesOf(siteId)).map(({ text, state }) => [text, state]));
}
async function digestsOf(siteId: string) {
  const mails = await desk.db.delivery.findMany({ where: { siteId, kind: "digest" }, orderBy: { createdAt: "asc" } });
  return mails.map(({ payload }) => payloadSchemas.digest.parse(payload).digest);
}
/** Returns all that a page check must leave alone: the Site, its other pages, and their Issues with places and history. */
async function elsewhere(siteId: string, texts: string[]) {
  return {
    site: await desk.db.site.findUniqueOrThrow({ where: { id: siteId } }),
    pages: await desk.db.page.findMany({
      where: { siteId, url: { not: "https://bakery.example/a" } },
      orderBy: { url: "asc" },
    }),
    targets: await desk.db.linkTarget.findMany({ where: { siteId }, orderBy: { url: "asc" } }),
    issues: await desk.db.issue.findMany({
      where: { siteId, text: { in: texts } },
      orderBy: { text: "asc" },
      include: { occurrences: { orderBy: { id: "asc" } }, events: { orderBy: { id: "asc" } } },
    }),
    recipients: await desk.db.recipient.findMany({ where: { siteId } }),
    mails: await desk.db.delivery.count({ where: { siteId } }),
  };
}

describe("recordPageCheck", () => {
  it("fixes what is gone from the page and opens what is new there, at once and without a mail", async () => {
    const { siteId } = await desk.addSite();
    await desk.crawl(siteId, { "/a": ["recieve"], "/b": ["adress"] }, { verdicts: [brokenLink(DEAD)] });
    const mails = await desk.db.delivery.count({ where: { siteId } });
    const { crawlId } = await desk.checkPages(siteId, { "/a": ["mornign"] }, { verdicts: [works(DEAD)] });
    expect(await statesOf(siteId)).toEqual({ recieve: "fixed", adress: "open", mornign: "open", [DEAD]: "fixed" });
    expect(await desk.db.crawl.findUniqueOrThrow({ where: { id: crawlId } })).toMatchObject({
      ...{ reason: "page", state: "finished", opened: 1, fixed: 2, pagesDone: 1, pagesFound: 1 },
    });
    expect(await desk.db.delivery.count({ where: { siteId } })).toBe(mails);
  });

  it("lets the next daily digest tell its changes, once", async () => {
    const { siteId } = await desk.addSite();
    await desk.crawl(siteId, { "/a": ["recieve"], "/b": ["adress"] });
    await desk.checkPages(siteId, { "/a": ["mornign"] });
    await desk.checkPages(siteId, { "/a": ["mornign"] });
    expect(await digestsOf(siteId)).toEqual([]);
    await desk.crawl(siteId, { "/a": ["mornign"], "/b": ["adress"] });
    const [digest, ...others] = await digestsOf(siteId);
    expect(others).toEqual([]);
    expect(digest?.opened.map(({ text }) => text)).toEqual(["mornign"]);
    expect(digest?.fixed.map(({ text }) => text)).toEqual(["recieve"]);
    await desk.crawl(siteId, { "/a": ["mornign"], "/b": ["adress"] });
    expect(await digestsOf(siteId)).toHaveLength(1);
  });

  it("mails nothing of a mistake that came and went between two crawls", async () => {
    const { siteId } = await desk.addSite();
    await desk.crawl(siteId, { "/a": ["recieve"] });
    await desk.checkPages(siteId, { "/a": [] });
    await desk.checkPages(siteId, { "/a": ["recieve", "mornign"] });
    await desk.checkPages(siteId, { "/a": ["recieve"] });
    await desk.crawl(siteId, { "/a": ["recieve"] });
    expect(await digestsOf(siteId)).toEqual([]);
    expect(await statesOf(siteId)).toEqual({ recieve: "reopened", mornign: "fixed" });
  });

  it("changes nothing on other pages, whatever their issues wait for", async () => {
    const { siteId } = await desk.addSite();
    const texts = ["adress", "wierd", SLOW];
    await desk.crawl(siteId, { "/a": ["recieve"], "/b": ["adress", "wierd"] });
    // A link that failed once waits for the next Crawl; a text that comes and goes counts the Crawls that see it.
    await desk.crawl(siteId, { "/b": ["adress", "wierd"] }, { verdicts: [down(SLOW)] });
    await desk.db.issue.updateMany({ where: { siteId, text: "wierd" }, data: { state: "recurring", met: 3, returns: 2 } });
    const before = await elsewhere(siteId, texts);
    expect(before.issues.map(({ state }) => state)).toEqual(["open", "unconfirmed", "recurring"]);
    await desk.checkPages(siteId, { "/a": ["mornign"] });
    await desk.checkPages(siteId, { "/a": [] });
    expect(await elsewhere(siteId, texts)).toEqual(before);
    expect(await statesOf(siteId)).toMatchObject({ recieve: "fixed", mornign: "fixed" });
  });

  it("takes a mistake from one of its pages and keeps it open for the other", async () => {
    const { siteId } = await desk.addSite();
    await desk.crawl(siteId, { "/a": ["recieve"], "/b": ["recieve"] });
    const { crawlId } = await desk.checkPages(siteId, { "/a": [] });
    expect(await statesOf(siteId)).toEqual({ recieve: "open" });
    const places = await desk.db.occurrence.findMany({
      where: { issue: { siteId } },
      select: { page: { select: { url: true } } },
    });
    expect(places).toEqual([{ page: { url: "https://bakery.example/b" } }]);
    expect(await desk.db.crawl.findUniqueOrThrow({ where: { id: crawlId } })).toMatchObject({ opened: 0, fixed: 0 });
  });

  it("has pictures taken of what it found", async () => {
    const { siteId } = await desk.addSite();
    const wanted = { data: { siteId }, queued: true };
    await desk.crawl(siteId, { "/a": [] });
    const [before] = await desk.queue.findJobs(QUEUES.pictures, wanted);
    await desk.queue.deleteJob(QUEUES.pictures, before?.id ?? "");
    await desk.checkPages(siteId, { "/a": ["recieve"] });
    expect(await desk.queue.findJobs(QUEUES.pictures, wanted)).toHaveLength(1);
  });

  it("believes a failing server only when the next whole crawl sees it, too", async () => {
    const { siteId } = await desk.addSite();
    await desk.crawl(siteId, { "/a": [], "/b": [] });
    await desk.checkPages(siteId, { "/a": [] }, { verdicts: [down(SLOW)] });
    await desk.checkPages(siteId, { "/a": [] }, { verdicts: [down(SLOW)] });
    expect(await statesOf(siteId)).toEqual({ [SLOW]: "unconfirmed" });
    await desk.crawl(siteId, { "/a": [] }, { verdicts: [down(SLOW)] });
    expect(await statesOf(siteId)).toEqual({ [SLOW]: "open" });
  });

  it("fixes nothing on a page that could not be read, and counts no failed day", async () => {
    const { siteId } = await desk.addSite();
    await desk.crawl(siteId, { "/a": ["recieve"] });
    const url = "https://bakery.example/a";
    const { id } = await desk.db.crawl.create({ data: { siteId, reason: "page", onlyUrls: [url] } });
    const claim = await claimCrawl(desk.db, id, new Date());
    if (!claim) throw new Error("The page check could not be taken.");
    const failure = { code: "http-error", message: "The server reported an error (500)." } as const;
    await createCrawlMemory(desk.db, claim).recordVisit(
      makeVisit({ url, outcome: "failed", failure, snapshot: null }),
      "checks-1",
    );
    await failCrawl({ db: desk.db, queue: desk.queue, now: new Date() }, claim, failure);
    expect(await statesOf(siteId)).toEqual({ recieve: "open" });
    expect(await desk.db.crawl.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "failed",
      failureCode: "http-error",
    });
    expect(await desk.db.site.findUniqueOrThrow({ where: { id: siteId } })).toMatchObject({
      failedDays: 0,
      lastFailedDay: null,
    });
  });

  it("fixes the mistakes of a page that is gone", async () => {
    const { siteId } = await desk.addSite();
    await desk.crawl(siteId, { "/a": ["recieve"], "/b": ["adress"] });
    const url = "https://bakery.example/a";
    const { id } = await desk.db.crawl.create({ data: { siteId, reason: "page", onlyUrls: [url] } });
    const claim = await claimCrawl(desk.db, id, new Date());
    if (!claim) throw new Error("The page check could not be taken.");
    await createCrawlMemory(desk.db, claim).recordVisit(makeVisit({ url, outcome: "gone", snapshot: null }), "checks-1");
    await recordPageCheck({ db: desk.db, queue: desk.queue, now: new Date() }, claim, CRAWL_END);
    expect(await statesOf(siteId)).toEqual({ recieve: "fixed", adress: "open" });
  });

  it("runs beside a crawl of the whole site, whose digest tells everything once", async () => {
    const { siteId } = await desk.addSite();
    await desk.crawl(siteId, { "/a": ["recieve"], "/b": ["adress"], "/c": ["wierd"] });
    const whole = await desk.startCrawl(siteId);
    await desk.visit(whole, { "/a": ["recieve"], "/b": ["mornign"] });
    await desk.checkPages(siteId, { "/a": ["untill"] });
    expect(await statesOf(siteId)).toEqual({ recieve: "fixed", untill: "open", adress: "open", wierd: "open" });
    await desk.visit(whole, { "/c": [] });
    expect(await desk.record(whole)).toEqual({ opened: 1, fixed: 2 });
    const [digest] = await digestsOf(siteId);
    expect(digest?.opened.map(({ text }) => text).sort()).toEqual(["mornign", "untill"]);
    expect(digest?.fixed.map(({ text }) => text).sort()).toEqual(["adress", "recieve", "wierd"]);
  });

  it("keeps from the mails what only newer rules say of an old text", async () => {
    const { siteId } = await desk.addSite();
    await desk.crawl(siteId, { "/a": ["recieve", "wierd"] }, { without: ["wierd"] });
    await desk.checkPages(siteId, { "/a": ["recieve", "wierd"] }, { checksVersion: "checks-2" });
    expect(await statesOf(siteId)).toEqual({ recieve: "open", wierd: "open" });
    await desk.crawl(siteId, { "/a": ["recieve", "wierd"] }, { checksVersion: "checks-2" });
    expect(await digestsOf(siteId)).toEqual([]);
  });

  it("does not keep the slow links of the last crawl from being recorded", async () => {
    const { siteId } = await desk.addSite();
    await desk.crawl(siteId, { "/a": [], "/b": [] });
    const claim = await desk.crawl(siteId, { "/b": [] }, { verdicts: [works(DEAD)] });
    await desk.checkPages(siteId, { "/a": ["recieve"] });
    await createCrawlMemory(desk.db, claim).recordVerdicts([brokenLink(DEAD)]);
    const late = { targets: [DEAD], notChecked: [], linksFound: 1, linksChecked: 1, needsNextCrawl };
    expect(await recordLateLinks({ db: desk.db, queue: desk.queue, now: new Date() }, claim, late)).toEqual({
      opened: 1,
      fixed: 0,
    });
  });

  it("writes no digest of its own slow links, and changes those of its pages only", async () => {
    const { siteId } = await desk.addSite();
    await desk.crawl(siteId, { "/a": [], "/b": [] }, { verdicts: [works(DEAD), works(SLOW)] });
    const claim = await desk.checkPages(siteId, { "/a": [] }, { verdicts: [works(DEAD)] });
    await createCrawlMemory(desk.db, claim).recordVerdicts([brokenLink(DEAD)]);
    const late = { targets: [DEAD], notChecked: [], linksFound: 1, linksChecked: 1, needsNextCrawl };
    await recordLateLinks({ db: desk.db, queue: desk.queue, now: new Date() }, claim, late);
    expect(await statesOf(siteId)).toEqual({ [DEAD]: "open" });
    expect(await digestsOf(siteId)).toEqual([]);
  });
});
