import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordLateLinks } from "#prisma/queries/crawls/recording/record-late-links.ts";
import { ignoreMore } from "#prisma/queries/ignoring/ignore-more.ts";
import { restoreIgnored } from "#prisma/queries/ignoring/restore-ignored.ts";
import { changeIssueState } from "#prisma/queries/issues/decisions/change-issue-state.ts";
import { brokenLink, type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import type { IgnoreScope } from "#worker/core/issues/decisions/issue-decision.ts";

const now = new Date("2026-11-21T12:00:00Z");
const day = (days: number) => new Date(now.getTime() + days * 86_400_000);
const OLD = "https://mill.example/old";
const GONE = "https://www.mill.example/gone";
const FARM = "https://farm.example/";
type Site = Awaited<ReturnType<CrawlDesk["addSite"]>>;
let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const issueOf = (siteId: string, text: string) => desk.db.issue.findFirstOrThrow({ where: { siteId, text } });
async function pathsOf(siteId: string, text: string): Promise<string[]> {
  const { id } = await issueOf(siteId, text);
  const places = await desk.db.occurrence.findMany({ where: { issueId: id }, select: { page: { select: { url: true } } } });
  return places.map(({ page }) => new URL(page.url).pathname).sort();
}
async function statesOf({ siteId }: Site): Promise<Record<string, string>> {
  const issues = await desk.db.issue.findMany({ where: { siteId } });
  return Object.fromEntries(issues.map(({ text, state }) => [text, state]));
}
async function ignore({ teamId, siteId, userId }: Site, text: string, scope: IgnoreScope, path?: string): Promise<string> {
  const { id } = await issueOf(siteId, text);
  const url = `https://bakery.example${path}`;
  const page = path === undefined ? null : await desk.db.page.findFirstOrThrow({ where: { siteId, url } });
  const { ignoreRuleId } = await ignoreMore(desk.db, { teamId, issueId: id, scope, pageId: page?.id, userId, now });
  return ignoreRuleId;
}
const restore = ({ teamId, userId }: Site, ignoreRuleId: string) =>
  restoreIgnored(desk.db, { teamId, ignoreRuleId, userId, now });
const digestsOf = ({ siteId }: Site) => desk.db.delivery.count({ where: { siteId, kind: "digest" } });
const loudEvents = async ({ siteId }: Site) => desk.db.issueEvent.count({ where: { siteId, quiet: false } });

describe("an issue that is ignored on one page", () => {
  it("stays with its other pages, at once and at the next crawl, and gets the page back when it is restored", async () => {
    const site = await desk.addSite();
    const said = { "/": ["recieve"], "/b": ["recieve", "teh"], "/c": ["recieve"] };
    await desk.crawl(site.siteId, said, { now: day(-1) });
    const rule = await ignore(site, "recieve", "page", "/b");
    expect(await pathsOf(site.siteId, "recieve")).toEqual(["/", "/c"]);
    expect(await statesOf(site)).toEqual({ recieve: "open", teh: "open" });
    await desk.crawl(site.siteId, said, { now: day(1) });
    expect(await pathsOf(site.siteId, "recieve")).toEqual(["/", "/c"]);
    await restore(site, rule);
    expect(await pathsOf(site.siteId, "recieve")).toEqual(["/", "/b", "/c"]);
    await desk.crawl(site.siteId, said, { now: day(2) });
    expect(await pathsOf(site.siteId, "recieve")).toEqual(["/", "/b", "/c"]);
    expect(await digestsOf(site)).toBe(0);
  });

  it("is ignored when it is on no other page, shows its places, and is open again once one of them is not ignored", async () => {
    const site = await desk.addSite();
    await desk.crawl(site.siteId, { "/": ["recieve"], "/b": ["recieve"] }, { now: day(-1) });
    const [first, second] = [await ignore(site, "recieve", "page", "/"), await ignore(site, "recieve", "page", "/b")];
    expect(await issueOf(site.siteId, "recieve")).toMatchObject({ state: "ignored", resumeState: "open" });
    expect(await pathsOf(site.siteId, "recieve")).toEqual(["/", "/b"]);
    await desk.crawl(site.siteId, { "/": ["recieve"], "/b": ["recieve"] }, { now: day(1) });
    expect(await pathsOf(site.siteId, "recieve")).toEqual(["/", "/b"]);
    await restore(site, first);
    expect(await issueOf(site.siteId, "recieve")).toMatchObject({ state: "open", resumeState: null, ignoreRuleId: null });
    expect(await pathsOf(site.siteId, "recieve")).toEqual(["/"]);
    await restore(site, second);
    expect(await pathsOf(site.siteId, "recieve")).toEqual(["/", "/b"]);
    expect(await loudEvents(site)).toBe(0);
  });

  it("is news on another page", async () => {
    const site = await desk.addSite();
    await desk.crawl(site.siteId, { "/": ["recieve"], "/b": [] }, { now: day(-1) });
    await ignore(site, "recieve", "page", "/");
    expect(await statesOf(site)).toEqual({ recieve: "ignored" });
    await desk.crawl(site.siteId, { "/": ["recieve"], "/b": ["recieve"] }, { now: day(1) });
    expect(await statesOf(site)).toEqual({ recieve: "open" });
    expect(await pathsOf(site.siteId, "recieve")).toEqual(["/b"]);
  });

  it("shows no place that has gone meanwhile", async () => {
    const site = await desk.addSite();
    await desk.crawl(site.siteId, { "/": ["recieve"], "/b": ["recieve"] }, { now: day(-1) });
    const rule = await ignore(site, "recieve", "page", "/b");
    await desk.crawl(site.siteId, { "/": ["recieve"], "/b": [] }, { now: day(1) });
    await restore(site, rule);
    expect(await pathsOf(site.siteId, "recieve")).toEqual(["/"]);
  });
});

describe("a rule that is switched off", () => {
  it("takes its issues from the list, keeps what crawls find with it off the list and out of mails, and brings both back", async () => {
    const site = await desk.addSite();
    const verdicts = [brokenLink(OLD), brokenLink(FARM, { rule: "links/gone" })];
    await desk.crawl(site.siteId, { "/": ["teh"] }, { verdicts, now: day(-1) });
    const rule = await ignore(site, OLD, "rule");
    expect(await statesOf(site)).toEqual({ teh: "open", [OLD]: "ignored", [FARM]: "open" });
    await desk.crawl(site.siteId, { "/": ["teh"] }, { verdicts: [...verdicts, brokenLink(GONE)], now: day(1) });
    expect(await statesOf(site)).toMatchObject({ [OLD]: "ignored", [GONE]: "ignored" });
    expect([await digestsOf(site), await loudEvents(site)]).toEqual([0, 0]);
    await restore(site, rule);
    expect(await statesOf(site)).toEqual({ teh: "open", [OLD]: "open", [GONE]: "open", [FARM]: "open" });
    await desk.crawl(site.siteId, { "/": ["teh"] }, { verdicts: [...verdicts, brokenLink(GONE)], now: day(2) });
    expect([await digestsOf(site), await loudEvents(site)]).toEqual([0, 0]);
  });

  it("hides no other fault of the same link", async () => {
    const site = await desk.addSite();
    await desk.crawl(site.siteId, { "/": [] }, { verdicts: [brokenLink(OLD, { rule: "links/gone" })], now: day(-1) });
    await ignore(site, OLD, "rule");
    await desk.crawl(site.siteId, { "/": [] }, { verdicts: [brokenLink(OLD)], now: day(1) });
    expect(await issueOf(site.siteId, OLD)).toMatchObject({ state: "open", ignoreRuleId: null });
    expect(await digestsOf(site)).toBe(1);
  });
});

describe("links that are ignored", () => {
  const verdicts = [OLD, GONE, FARM].map((url) => brokenLink(url));

  it.each<[IgnoreScope, Record<string, string>]>([
    ["target", { [OLD]: "ignored", [GONE]: "open", [FARM]: "open" }],
    ["host", { [OLD]: "ignored", [GONE]: "ignored", [FARM]: "open" }],
  ])("by %s", async (scope, expected) => {
    const site = await desk.addSite();
    await desk.crawl(site.siteId, { "/": [] }, { verdicts, now: day(-1) });
    const rule = await ignore(site, OLD, scope);
    expect(await ignore(site, OLD, scope)).toBe(rule);
    expect(await statesOf(site)).toEqual(expected);
    await desk.crawl(site.siteId, { "/": [] }, { verdicts, now: day(1) });
    expect(await statesOf(site)).toEqual(expected);
    await restore(site, rule);
    expect(await statesOf(site)).toEqual({ [OLD]: "open", [GONE]: "open", [FARM]: "open" });
    expect([await digestsOf(site), await loudEvents(site)]).toEqual([0, 0]);
  });

  it("stay ignored by one rule when another is restored", async () => {
    const site = await desk.addSite();
    await desk.crawl(site.siteId, { "/": [] }, { verdicts, now: day(-1) });
    const target = await ignore(site, OLD, "target");
    const host = await ignore(site, GONE, "host");
    await restore(site, target);
    expect(await statesOf(site)).toMatchObject({ [OLD]: "ignored", [GONE]: "ignored" });
    await restore(site, host);
    expect(await statesOf(site)).toMatchObject({ [OLD]: "open", [GONE]: "open" });
  });

  it("are quietly fixed when they work again, and stay so when they are restored", async () => {
    const site = await desk.addSite();
    await desk.crawl(site.siteId, { "/": [] }, { verdicts, now: day(-1) });
    const rule = await ignore(site, OLD, "target");
    const works = [{ ...brokenLink(OLD), state: "ok" as const, rule: null }, ...verdicts.slice(1)];
    for (const days of [1, 2]) await desk.crawl(site.siteId, { "/": [] }, { verdicts: works, now: day(days) });
    expect(await statesOf(site)).toMatchObject({ [OLD]: "fixed" });
    await restore(site, rule);
    expect(await statesOf(site)).toMatchObject({ [OLD]: "fixed" });
    expect(await digestsOf(site)).toBe(0);
  });

  it("are neither opened nor mailed when they answer late", async () => {
    const site = await desk.addSite();
    await desk.crawl(site.siteId, { "/": [] }, { verdicts: [brokenLink(OLD)], now: day(-2) });
    await ignore(site, OLD, "host");
    const claim = await desk.crawl(site.siteId, { "/": [] }, { verdicts: [brokenLink(OLD), brokenLink(GONE)], now: day(-1) });
    const end = { targets: [GONE], notChecked: [], linksFound: 2, linksChecked: 2, needsNextCrawl: () => false };
    await recordLateLinks({ db: desk.db, queue: desk.queue, now: day(0) }, claim, end);
    expect(await statesOf(site)).toEqual({ [OLD]: "ignored", [GONE]: "ignored" });
    expect(await digestsOf(site)).toBe(0);
  });
});

describe("ignoring more than an issue", () => {
  it("leaves what a person ignored alone, and refuses to unignore one of many", async () => {
    const site = await desk.addSite();
    await desk.crawl(site.siteId, { "/": ["recieve", "teh"] }, { now: day(-1) });
    const ids = await Promise.all(["recieve", "teh"].map(async (text) => (await issueOf(site.siteId, text)).id));
    const decide = (id: string | undefined, action: "ignore" | "unignore") =>
      changeIssueState(desk.db, { ...site, issueIds: [id ?? ""], change: { action }, now });
    await decide(ids[0], "ignore");
    const rule = await ignore(site, "teh", "rule");
    await expect(decide(ids[1], "unignore")).rejects.toMatchObject({ code: "conflict" });
    await restore(site, rule);
    expect(await statesOf(site)).toEqual({ recieve: "ignored", teh: "open" });
  });

  it("is refused to another team, for texts that are no links, and for a page without the issue", async () => {
    const [site, stranger] = [await desk.addSite(), await desk.addSite()];
    await desk.crawl(site.siteId, { "/": ["recieve"], "/b": ["teh"] }, { now: day(-1) });
    const { id } = await issueOf(site.siteId, "recieve");
    const wanted = { issueId: id, scope: "rule", userId: stranger.userId, now } as const;
    await expect(ignoreMore(desk.db, { ...wanted, teamId: stranger.teamId })).rejects.toMatchObject({ code: "not-found" });
    await expect(ignore(site, "recieve", "host")).rejects.toMatchObject({ code: "invalid-input" });
    await expect(ignore(site, "recieve", "page")).rejects.toMatchObject({ code: "invalid-input" });
    await expect(ignore(site, "recieve", "page", "/b")).rejects.toMatchObject({ code: "not-found" });
    const rule = await ignore(site, "recieve", "rule");
    await expect(restore(stranger, rule)).rejects.toMatchObject({ code: "not-found" });
    expect(await statesOf(site)).toMatchObject({ recieve: "ignored" });
    await restore(site, rule);
    await expect(restore(site, rule)).rejects.toMatchObject({ code: "not-found" });
  });

  it("waits for a crawl that is being recorded, and then covers what it opened", async () => {
    const site = await desk.addSite();
    await desk.crawl(site.siteId, { "/": [] }, { verdicts: [brokenLink(OLD)], now: day(-1) });
    const claim = await desk.startCrawl(site.siteId, day(1));
    await desk.visit(claim, { "/": [] }, { verdicts: [brokenLink(OLD), brokenLink(GONE)] });
    await Promise.all([desk.record(claim, day(1)), ignore(site, OLD, "host")]);
    expect(await statesOf(site)).toEqual({ [OLD]: "ignored", [GONE]: "ignored" });
  });
});
