import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findQuality } from "#prisma/queries/figures/find-quality.ts";
import { findTrend } from "#prisma/queries/figures/find-trend.ts";
import { brokenLink, type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { completeCounts } from "#worker/core/checks/check-kinds.ts";

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const LONG_AGO = new Date(0);
/** The number of words in the text that the desk writes for a misspelling. */
const WORDS = 4;

describe("the figures of a crawl", () => {
  it("count each current text once, in languages that are checked, and what is open", async () => {
    const { siteId, teamId } = await desk.addSite();
    const verdicts = [
      brokenLink("https://gone.example/"),
      brokenLink("http://b.example/", { rule: "links/moved", state: "moved" }),
    ];
    await desk.crawl(siteId, { "/": ["recieve", "teh"], "/b": ["teh"] }, { verdicts });
    const second = await desk.startCrawl(siteId);
    await desk.visit(second, { "/": ["recieve", "teh"], "/b": ["teh", "adress"] }, { verdicts });
    await desk.db.block.updateMany({ where: { siteId, text: { contains: "recieve" } }, data: { language: null } });
    await desk.record(second);
    const trend = await findTrend(desk.db, { teamId, siteId, since: LONG_AGO });
    expect(trend.map(({ figures, open }) => ({ figures, open }))).toEqual([
      {
        figures: { words: 2 * WORDS, links: 0, mistakes: 2, brokenLinks: 1 },
        open: completeCounts({ spelling: 2, links: 1 }),
      },
      {
        figures: { words: 2 * WORDS, links: 0, mistakes: 3, brokenLinks: 1 },
        open: completeCounts({ spelling: 3, links: 1 }),
      },
    ]);
  });

  it("no longer count a text that left the site", async () => {
    const { siteId, teamId } = await desk.addSite();
    await desk.crawl(siteId, { "/": ["recieve", "teh"] });
    await desk.crawl(siteId, { "/": ["teh"] }, { isRemoved: true });
    const trend = await findTrend(desk.db, { teamId, siteId, since: LONG_AGO });
    expect(trend.map(({ figures }) => figures?.words)).toEqual([2 * WORDS, WORDS]);
  });

  it("count words only where pages have changed or were read again", async () => {
    const { siteId, teamId } = await desk.addSite();
    await desk.crawl(siteId, { "/": ["recieve"], "/b": ["teh"] });
    // From now on a count of the words would give another number.
    await desk.db.block.updateMany({ where: { siteId, text: { contains: "recieve" } }, data: { language: null } });
    await desk.record(await desk.startCrawl(siteId));
    const reread = await desk.startCrawl(siteId);
    const read = { depth: 0, source: "link", done: true, outcome: "changed", reread: true };
    await desk.db.crawlPage.create({ data: { ...read, crawlId: reread.crawlId, url: "https://bakery.example/b" } });
    await desk.record(reread);
    await desk.crawl(siteId, { "/b": ["teh", "adress"] });
    await desk.db.page.updateMany({ where: { siteId, url: { endsWith: "/b" } }, data: { gone: true } });
    await desk.record(await desk.startCrawl(siteId));
    const trend = await findTrend(desk.db, { teamId, siteId, since: LONG_AGO });
    expect(trend.map(({ figures }) => figures?.words)).toEqual([2 * WORDS, 2 * WORDS, WORDS, 2 * WORDS, 0]);
  });

  it("are missing for crawls that failed or were never measured, and the score takes the last measured one", async () => {
    const { siteId, teamId } = await desk.addSite();
    const data = { siteId, reason: "scheduled" } as const;
    const later = new Date(Date.now() + 60_000);
    await desk.db.crawl.create({
      data: { ...data, state: "finished", queuedAt: new Date(1_000), finishedAt: new Date(2_000) },
    });
    await desk.crawl(siteId, { "/": ["teh"] });
    await desk.db.crawl.create({ data: { ...data, state: "failed", queuedAt: later, finishedAt: later } });
    const trend = await findTrend(desk.db, { teamId, siteId, since: LONG_AGO });
    expect(trend.map(({ figures }) => figures?.words ?? null)).toEqual([null, WORDS, null]);
    await desk.db.issue.updateMany({ where: { siteId }, data: { state: "ignored" } });
    expect(await findQuality(desk.db, { teamId, siteId })).toEqual({ words: WORDS, links: 0, mistakes: 0, brokenLinks: 0 });
  });

  it("are shown to their own team only, and from the wanted time on", async () => {
    const { siteId, teamId } = await desk.addSite();
    const other = await desk.addSite();
    await desk.crawl(siteId, { "/": ["teh"] });
    expect(await findTrend(desk.db, { teamId: other.teamId, siteId, since: LONG_AGO })).toEqual([]);
    expect(await findQuality(desk.db, { teamId: other.teamId, siteId })).toBeNull();
    expect(await findTrend(desk.db, { teamId, siteId, since: new Date(Date.now() + 1_000) })).toEqual([]);
    expect(await findTrend(desk.db, { teamId, siteId, since: LONG_AGO })).toHaveLength(1);
  });
});
