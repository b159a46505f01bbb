import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptySite } from "#prisma/queries/deletion/empty-site.ts";
import { brokenLink, type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

async function rowsOf(siteId: string) {
  const { db } = desk;
  return {
    pages: await db.page.count({ where: { siteId } }),
    snapshots: await db.snapshot.count({ where: { page: { siteId } } }),
    visits: await db.crawlPage.count({ where: { crawl: { siteId } } }),
    issues: await db.issue.count({ where: { siteId } }),
    places: await db.occurrence.count({ where: { issue: { siteId } } }),
    events: await db.issueEvent.count({ where: { siteId } }),
    blocks: await db.block.count({ where: { siteId } }),
    targets: await db.linkTarget.count({ where: { siteId } }),
  };
}

describe("emptySite", () => {
  it("deletes the pages, issues, texts and links of one site, twice without harm, and nothing of another", async () => {
    const [one, other] = [await desk.addSite(), await desk.addSite()];
    for (const { siteId } of [one, other])
      await desk.crawl(
        siteId,
        { "/": ["recieve", "teh"], "/about": ["teh"] },
        { verdicts: [brokenLink("https://gone.example/")] },
      );
    const before = await rowsOf(other.siteId);
    expect(Object.values(before).every((count) => count > 0)).toBe(true);
    const nothing = Object.fromEntries(Object.keys(before).map((name) => [name, 0]));
    for (let time = 0; time < 2; time += 1) {
      await emptySite(desk.db, one.siteId);
      expect(await rowsOf(one.siteId)).toEqual(nothing);
    }
    expect(await rowsOf(other.siteId)).toEqual(before);
    expect(await desk.db.site.count({ where: { id: one.siteId } })).toBe(1);
  });
});
