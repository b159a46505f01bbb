import { afterAll, beforeAll, expect, it } from "vitest";
import { findLiveFindings } from "#prisma/queries/crawls/live/find-live-findings.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const find = (teamId: string, crawlId: string) => findLiveFindings(desk.db, { teamId, crawlId, now: new Date() });

it("returns the sure mistakes of the texts checked so far, each once, while no issue exists", async () => {
  const { siteId, teamId } = await desk.addSite();
  const claim = await desk.startCrawl(siteId);
  expect(await find(teamId, claim.crawlId)).toEqual({ findings: [], isFull: false });
  await desk.visit(claim, { "/a": ["recieve", "untill"], "/b": ["recieve"] }, { confidence: 1 });
  await desk.visit(claim, { "/c": ["doubtful"] }, { confidence: 0.8 });
  const { findings, isFull } = (await find(teamId, claim.crawlId)) ?? {};
  expect(findings?.map(({ text, pages }) => [text, pages])).toEqual([
    ["recieve", 2],
    ["untill", 1],
  ]);
  expect(findings?.[0]).toMatchObject({ url: "https://bakery.example/a", excerpt: "A recieve stands here." });
  expect(isFull).toBe(false);
  expect(await desk.db.issue.count({ where: { siteId } })).toBe(0);
});

it("leaves out words that the team taught us", async () => {
  const { siteId, teamId } = await desk.addSite();
  await desk.db.dictionaryWord.create({ data: { teamId, word: "recieve" } });
  const claim = await desk.startCrawl(siteId);
  await desk.visit(claim, { "/a": ["recieve"] }, { confidence: 1 });
  expect((await find(teamId, claim.crawlId))?.findings).toEqual([]);
});

it("shows nothing to another team, and says when more pages add nothing", async () => {
  const [{ siteId, teamId }, stranger] = [await desk.addSite(), await desk.addSite()];
  const claim = await desk.startCrawl(siteId);
  const words = Array.from({ length: 25 }, (_, at) => `wrong${String.fromCharCode(97 + at)}`);
  await desk.visit(claim, { "/a": words }, { confidence: 1 });
  expect(await find(stranger.teamId, claim.crawlId)).toBeNull();
  const { findings, isFull } = (await find(teamId, claim.crawlId)) ?? {};
  expect([findings?.length, isFull]).toEqual([20, true]);
});
