import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimCrawl } from "#prisma/queries/crawls/claim-crawl.ts";
import { changeStyleRules } from "#prisma/queries/sites/change-style-rules.ts";
import { findSite } from "#prisma/queries/sites/find-site.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { knownStyleRules } from "#worker/core/style-rules.ts";

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

describe("changeStyleRules", () => {
  it("is empty for a new site, then the owner's choice, which the next Crawl gets", async () => {
    const { teamId, siteId } = await desk.addSite();
    expect(await findSite(desk.db, { teamId, siteId })).toMatchObject({ styleRules: [] });
    await changeStyleRules(desk.db, { teamId, siteId, styleRules: ["passive", "wordiness"] });
    const { id } = await desk.db.crawl.create({ data: { siteId, reason: "scheduled" } });
    expect(await claimCrawl(desk.db, id, new Date())).toMatchObject({ styleRules: ["passive", "wordiness"] });
    await changeStyleRules(desk.db, { teamId, siteId, styleRules: [] });
    expect(await findSite(desk.db, { teamId, siteId })).toMatchObject({ styleRules: [] });
  });

  it("refuses another team's site", async () => {
    const { siteId } = await desk.addSite();
    const stranger = await desk.addSite();
    const asked = changeStyleRules(desk.db, { teamId: stranger.teamId, siteId, styleRules: ["passive"] });
    await expect(asked).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("knownStyleRules", () => {
  it("keeps known rules, in a fixed order", () => {
    expect(knownStyleRules(["profanity", "readability", "gone", "passive", "passive"])).toEqual([
      "passive",
      "readability",
      "profanity",
    ]);
  });
});
