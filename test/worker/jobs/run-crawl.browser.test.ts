import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { payloadSchemas } from "#emails/payloads.ts";
import { changeIssueState } from "#prisma/queries/issues/decisions/change-issue-state.ts";
import { type CrawlHarness, startCrawlHarness } from "#test/support/crawl-harness.ts";

describe("the days of a site", () => {
  let harness: CrawlHarness;
  beforeAll(async () => {
    harness = await startCrawlHarness({ withBrowser: true });
  });
  afterAll(() => harness.close());

  it("tells the baseline in one first report", async () => {
    const crawl = await crawlOnce();
    expect(crawl).toMatchObject({ state: "finished", reason: "first", pagesDone: 5, pagesFailed: 0, opened: 3, fixed: 0 });
    expect(await issuesByState()).toEqual({ open: [`${harness.server.url}/menu.html`, "recieve", "the the"] });
    const [report, ...others] = await newMails();
    expect(others).toEqual([]);
    expect(report).toMatchObject({ kind: "first_report" });
    const { counts, top } = payloadSchemas.first_report.parse(report?.payload);
    expect(counts).toMatchObject({ spelling: 1, grammar: 1, links: 1 });
    expect(top.map(({ text }) => text).sort()).toEqual([`${harness.server.url}/menu.html`, "recieve", "the the"]);
  });

  it("asks an unchanged site only whether it changed, stores nothing, and sends no mail", async () => {
    const snapshots = await harness.database.db.snapshot.count();
    const events = await harness.database.db.issueEvent.count();
    const crawl = await crawlOnce();
    expect(crawl).toMatchObject({ state: "finished", reason: "requested", pagesChanged: 0, opened: 0, fixed: 0 });
    // Each of the five pages is requested, and what it takes is on record.
    expect(crawl.requests).toBeGreaterThanOrEqual(5);
    expect(crawl.cpuMs).toBeGreaterThan(0);
    expect(await harness.database.db.snapshot.count()).toBe(snapshots);
    expect(await harness.database.db.issueEvent.count()).toBe(events);
    expect(await newMails()).toEqual([]);
  });

  it("tells exactly what is new and what is gone, with where it stood", async () => {
    await harness.edit("delivery.html", "you will recieve your bread", "you will receive your bread");
    await harness.edit("bread.html", "leave the oven every morning", "leave the oven every mornign");
    await harness.edit("index.html", "/about.html#story", "/history.html");
    expect(await crawlOnce()).toMatchObject({ pagesChanged: 3, opened: 2, fixed: 1 });
    const { opened, fixed, stillOpen } = await newDigest();
    expect(opened.map(({ text }) => text).sort()).toEqual([`${harness.server.url}/history.html`, "mornign"]);
    expect(opened.find(({ text }) => text === "mornign")).toMatchObject({
      suggestion: "morning",
      reopened: false,
      pageCount: 1,
    });
    expect(fixed).toMatchObject([{ text: "recieve", pageUrl: `${harness.server.url}/delivery.html` }]);
    expect(stillOpen).toBe(4);
  });

  it("tells of a mistake that came back, with the very text that was there before", async () => {
    await harness.edit("delivery.html", "you will receive your bread", "you will recieve your bread");
    await crawlOnce();
    const { opened, fixed } = await newDigest();
    expect(opened).toMatchObject([{ text: "recieve", reopened: true }]);
    expect(fixed).toEqual([]);
  });

  it("says nothing of what a person ignored, nor when it goes away", async () => {
    const { teamId, siteId, userId, database } = harness;
    const issue = await database.db.issue.findFirstOrThrow({ where: { siteId, text: "mornign" } });
    const change = { action: "ignore" } as const;
    await changeIssueState(database.db, { teamId, userId, issueIds: [issue.id], change, now: new Date() });
    await harness.edit("bread.html", "leave the oven every mornign", "leave the oven every morning");
    await crawlOnce();
    expect(await newMails()).toEqual([]);
    expect((await issuesByState()).ignored).toEqual(["mornign"]);
  });

  it("takes what is wrong on a page that fails to load as still wrong", async () => {
    const before = await issuesByState();
    harness.server.requests.length = 0;
    harness.answer("/delivery.html", 500);
    expect(await crawlOnce()).toMatchObject({ state: "finished", pagesFailed: 1, fixed: 0 });
    const link = `${harness.server.url}/delivery.html`;
    expect(await issuesByState()).toEqual({ ...before, unconfirmed: [link] });
    expect(await newMails()).toEqual([]);
    harness.answer("/delivery.html", null);
  });

  it("counts the mistakes of a page that is gone as gone, and a link to it as broken", async () => {
    harness.answer("/delivery.html", 404);
    await crawlOnce();
    const { opened, fixed } = await newDigest();
    expect(opened.map(({ text }) => text)).toEqual([`${harness.server.url}/delivery.html`]);
    expect(fixed).toEqual([]);
    // What went with its page is believed to be gone on the second look.
    await crawlOnce();
    const second = await newDigest();
    expect(second.fixed.map(({ text }) => text).sort()).toEqual([`${harness.server.url}/menu.html`, "recieve"]);
  });

  const seen = new Set<string>();
  async function newMails() {
    const deliveries = await harness.database.db.delivery.findMany({ orderBy: { createdAt: "asc" } });
    const fresh = deliveries.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    return fresh;
  }
  async function newDigest() {
    const mails = await newMails();
    expect(mails.map(({ kind }) => kind)).toEqual(["digest"]);
    return payloadSchemas.digest.parse(mails[0]?.payload).digest;
  }
  async function crawlOnce() {
    return harness.database.db.crawl.findUniqueOrThrow({ where: { id: await harness.crawl() } });
  }
  async function issuesByState() {
    const issues = await harness.database.db.issue.findMany({ orderBy: { text: "asc" } });
    const byState = Object.groupBy(issues, ({ state }) => state);
    return Object.fromEntries(Object.entries(byState).map(([state, group]) => [state, group?.map(({ text }) => text).sort()]));
  }
});
