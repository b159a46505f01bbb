import { afterAll, beforeAll, expect, it } from "vitest";
import { createCrawlMemory } from "#prisma/queries/crawls/crawl-memory.ts";
import { findKnownPlaces } from "#prisma/queries/issues/recording/find-known-places.ts";
import { brokenLink, type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { makeKnown } from "#test/worker/core/issues/issue-samples.ts";
import { makeVisit } from "#test/worker/crawl/fake/visit-samples.ts";

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const GONE = "https://mill.example/gone";

async function placesOf(siteId: string, crawlId: string) {
  const issues = await desk.db.issue.findMany({ where: { siteId } });
  const known = issues.map(({ id, fingerprint }) => makeKnown(fingerprint, "open", 0.9, { id }));
  const found = await desk.db.$transaction((tx) => findKnownPlaces(tx, { known, seen: [], crawlId }));
  return new Map(found.map(({ id, occurrences }) => [issues.find((issue) => issue.id === id)?.text, occurrences]));
}

it("says what a page says newly, and whether it still links to the target", async () => {
  const { siteId } = await desk.addSite();
  const verdicts = [brokenLink(GONE)];
  await desk.crawl(siteId, { "/": ["recieve", "untill"] }, { verdicts });
  const claim = await desk.startCrawl(siteId);
  await desk.visit(claim, { "/": ["untill"] }, { verdicts });
  const places = await placesOf(siteId, claim.crawlId);
  expect(places.get("recieve")).toMatchObject([{ isPageGone: false, isUnread: false, fresh: ["A recieves stands here."] }]);
  expect(places.get(GONE)).toMatchObject([{ now: { hash: GONE }, fresh: [], isStillLinked: true }]);
});

it("tells a page that is gone from one that could not be read since", async () => {
  const { siteId } = await desk.addSite();
  await desk.crawl(siteId, { "/": [], "/a": ["recieve"] });
  const url = "https://bakery.example/a";
  const days = [
    { outcome: "gone", status: 404, isUnread: false },
    { outcome: "failed", status: 500, isUnread: true },
  ] as const;
  for (const { isUnread, ...day } of days) {
    const claim = await desk.startCrawl(siteId);
    await createCrawlMemory(desk.db, claim).recordVisit(makeVisit({ url, ...day, snapshot: null }), "checks-1");
    expect((await placesOf(siteId, claim.crawlId)).get("recieve")).toMatchObject([{ isPageGone: true, isUnread }]);
    await desk.record(claim);
  }
});

it("reads a page once, however many of its texts go at once", { timeout: 120_000 }, async () => {
  const cost = async (count: number) => {
    const { siteId } = await desk.addSite();
    const letters = (index: number) => index.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "");
    const words = Array.from({ length: count }, (_, index) => `wr${letters(index)}`);
    await desk.crawl(siteId, { "/": words });
    const claim = await desk.startCrawl(siteId);
    await desk.visit(claim, { "/": words.map((word) => `${word}ng`) });
    const startedAt = performance.now();
    const places = await placesOf(siteId, claim.crawlId);
    const ms = performance.now() - startedAt;
    expect(places.size).toBe(count);
    expect(places.get(words[0] ?? "")?.[0]?.fresh).toHaveLength(200);
    return ms;
  };
  expect(await cost(2_000)).toBeLessThan(20 * Math.max(await cost(250), 50));
});
