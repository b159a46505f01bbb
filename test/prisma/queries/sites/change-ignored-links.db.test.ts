import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeIgnoredLinks } from "#prisma/queries/sites/change-ignored-links.ts";
import { brokenLink, type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";

const now = new Date("2026-11-21T12:00:00Z");
const OLD = "https://mill.example/old";
const GONE = "https://www.mill.example/gone";
const OTHER = "https://farm.example/";
type Site = Awaited<ReturnType<CrawlDesk["addSite"]>>;
let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

/** Creates a Site that linked to three dead targets at its first Crawl. */
async function siteWithDeadLinks(): Promise<Site> {
  const site = await desk.addSite();
  await desk.crawl(site.siteId, { "/": [] }, { verdicts: [OLD, GONE, OTHER].map((url) => brokenLink(url)) });
  return site;
}
const ignore = ({ teamId, siteId, userId }: Site, ...lines: string[]) =>
  changeIgnoredLinks(desk.db, { teamId, siteId, userId, now, change: () => lines });
async function statesOf({ siteId }: Site) {
  const issues = await desk.db.issue.findMany({ where: { siteId, check: "links" } });
  return Object.fromEntries(issues.map(({ text, state }) => [text, state]));
}
const digestsOf = ({ siteId }: Site) => desk.db.delivery.count({ where: { siteId, kind: "digest" } });

describe("changeIgnoredLinks", () => {
  it("closes open issues about the targets quietly, and reopens them when the targets are no longer ignored", async () => {
    const site = await siteWithDeadLinks();
    await ignore(site, "mill.example");
    expect(await statesOf(site)).toEqual({ [OLD]: "fixed", [GONE]: "fixed", [OTHER]: "open" });
    expect(await desk.db.site.findUniqueOrThrow({ where: { id: site.siteId } })).toMatchObject({
      ignoredLinks: ["mill.example"],
    });
    await ignore(site, GONE);
    expect(await statesOf(site)).toEqual({ [OLD]: "open", [GONE]: "fixed", [OTHER]: "open" });
    await ignore(site);
    expect(await statesOf(site)).toEqual({ [OLD]: "open", [GONE]: "open", [OTHER]: "open" });
    const events = await desk.db.issueEvent.findMany({
      where: { issue: { siteId: site.siteId, text: OLD } },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ kind, quiet }) => [kind, quiet])).toEqual([
      ["opened", true],
      ["taught", true],
      ["undone", true],
    ]);
  });

  it("sends no mail about it, not even after the next Crawl, although the targets are still dead", async () => {
    const site = await siteWithDeadLinks();
    await ignore(site, "mill.example", OTHER);
    const verdicts = [OLD, GONE, OTHER].map((url) => brokenLink(url));
    await desk.crawl(site.siteId, { "/": [] }, { verdicts });
    await desk.crawl(site.siteId, { "/": [] }, { verdicts });
    expect(await statesOf(site)).toEqual({ [OLD]: "fixed", [GONE]: "fixed", [OTHER]: "fixed" });
    expect(await digestsOf(site)).toBe(0);
  });

  it("is quiet also about issues that a Crawl opened at the same moment", async () => {
    const site = await siteWithDeadLinks();
    await desk.db.site.update({ where: { id: site.siteId }, data: { ignoredLinks: ["mill.example"] } });
    await desk.crawl(site.siteId, { "/": [] }, { verdicts: [OLD, GONE, OTHER].map((url) => brokenLink(url)) });
    expect(await statesOf(site)).toEqual({ [OLD]: "fixed", [GONE]: "fixed", [OTHER]: "open" });
    expect(await digestsOf(site)).toBe(0);
  });

  it("skips issues that a person ignored or fixed, and targets that work again", async () => {
    const site = await siteWithDeadLinks();
    await ignore(site, "mill.example");
    await desk.db.linkTarget.update({
      where: { siteId_url: { siteId: site.siteId, url: OLD } },
      data: { state: "ok" },
    });
    await desk.db.issue.updateMany({ where: { siteId: site.siteId, text: OTHER }, data: { state: "ignored" } });
    await ignore(site);
    expect(await statesOf(site)).toEqual({ [OLD]: "fixed", [GONE]: "open", [OTHER]: "ignored" });
  });
});
