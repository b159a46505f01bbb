import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCrawlMemory } from "#prisma/queries/crawls/crawl-memory.ts";
import { findLinkTargets } from "#prisma/queries/crawls/find-link-targets.ts";
import { brokenLink, type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { makeLink, makeSnapshot, makeVisit } from "#test/worker/crawl/fake/visit-samples.ts";

const HOME = "https://bakery.example/";
const [BREAD, CAKE, OUTSIDE] = [`${HOME}bread`, `${HOME}cake`, "https://mill.example/"];
let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

/**
 * Creates a Site whose start page links to two pages, an anchor on one, a missing anchor, and outside; and starts its second
 * Crawl.
 */
async function startSecondCrawl() {
  const { siteId } = await desk.addSite();
  const first = await desk.startCrawl(siteId);
  const memory = createCrawlMemory(desk.db, first);
  const targets = [BREAD, `${BREAD}#rye`, `${BREAD}#oats`, CAKE, OUTSIDE];
  await memory.recordVisit(makeVisit({ url: HOME, snapshot: makeSnapshot({ links: targets.map(makeLink) }) }), "checks-1");
  for (const url of [BREAD, CAKE]) await memory.recordVisit(makeVisit({ url, snapshot: makeSnapshot() }), "checks-1");
  const works = (url: string) => ({ url, state: "ok", rule: null, status: 200, reason: "", finalUrl: null }) as const;
  const missing = brokenLink(`${BREAD}#oats`, { rule: "links/fragment" });
  await memory.recordVerdicts([...[BREAD, `${BREAD}#rye`, CAKE, OUTSIDE].map(works), missing]);
  await desk.record(first);
  const second = await desk.startCrawl(siteId);
  return { second, memory: createCrawlMemory(desk.db, second) };
}

async function ask(claim: { siteId: string; crawlId: string }) {
  const parts: { targets: string[]; known: number }[] = [];
  for await (const part of findLinkTargets(desk.db, claim)) parts.push(part);
  expect(parts).toHaveLength(1);
  return { targets: parts[0]?.targets.toSorted(), known: parts[0]?.known };
}

describe("findLinkTargets", () => {
  it("leaves out working targets on unchanged pages, and returns the rest", async () => {
    const { second, memory } = await startSecondCrawl();
    const unchanged = [HOME, BREAD, CAKE].map((url) => makeVisit({ url, outcome: "unchanged", snapshot: null }));
    await memory.recordUnchanged(unchanged, "checks-1");
    expect(await ask(second)).toEqual({ targets: [`${BREAD}#oats`, OUTSIDE], known: 3 });
  });

  it.each([
    ["changed", makeVisit({ url: BREAD, outcome: "changed", snapshot: makeSnapshot({ contentHash: "new" }) })],
    [
      "has other places than before",
      makeVisit({ url: BREAD, outcome: "unchanged", snapshot: makeSnapshot({ detailHash: "new" }) }),
    ],
    ["is gone", makeVisit({ url: BREAD, outcome: "gone", status: 404, snapshot: null })],
    ["failed", makeVisit({ url: BREAD, outcome: "failed", status: 500, snapshot: null })],
  ])("returns links to a page that %s", async (_how, visit) => {
    const { second, memory } = await startSecondCrawl();
    await memory.recordUnchanged([makeVisit({ url: CAKE, outcome: "unchanged", snapshot: null })], "checks-1");
    await memory.recordVisit(visit, "checks-1");
    expect(await ask(second)).toEqual({ targets: [BREAD, `${BREAD}#oats`, `${BREAD}#rye`, OUTSIDE], known: 1 });
  });
});
