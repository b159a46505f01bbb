import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPageText } from "#prisma/queries/pages/find-page-text.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { type SeededSite, seedSite } from "#test/support/seed/seed-site.ts";
import { type SeededTeam, seedTeam } from "#test/support/seed/seed-team.ts";
import { markBlocks } from "#worker/core/view/marks/mark-blocks.ts";

describe("findPageText", () => {
  let database: TestDatabase;
  let team: SeededTeam;
  let site: SeededSite;
  beforeAll(async () => {
    database = await createTestDatabase();
    team = await seedTeam(database.db, { email: "ann@mill.example" });
    site = await seedSite(database.db, { ...team, now: new Date("2026-11-21T12:00:00Z") });
  });
  afterAll(() => database?.drop());

  it("returns what the page says now, in order, with the places of the wanted issues only", async () => {
    const [pageId = ""] = site.pageIds;
    const issues = await database.db.issue.findMany({ where: { siteId: site.siteId, text: { in: ["recieve", "the the"] } } });
    const wanted = { teamId: team.teamId, siteId: site.siteId, pageId, issueIds: issues.map(({ id }) => id) };
    const { blocks, placed, isCut } = await findPageText(database.db, wanted);
    expect(blocks.map(({ text }) => text).slice(0, 4)).toEqual([
      "Brightwell Coffee",
      "We open the the doors at nine every morning.",
      "Come by and taste.",
      "You will recieve an answer within two working days.",
    ]);
    expect(isCut).toBe(false);
    expect(placed).toHaveLength(2);
    const marked = markBlocks(blocks, placed).flatMap(({ segments }) => segments.filter(({ issueIds }) => issueIds.length > 0));
    expect(marked.map(({ text }) => text)).toEqual(["the the", "recieve"]);
    expect(await findPageText(database.db, { ...wanted, issueIds: [] })).toMatchObject({ placed: [] });
  });

  it("shows another team nothing, nor a page of another site", async () => {
    const stranger = await seedTeam(database.db, { email: "stranger@elsewhere.example" });
    const theirs = await seedSite(database.db, { ...stranger, now: new Date("2026-11-21T12:00:00Z") });
    const [pageId = ""] = site.pageIds;
    const issueIds = (await database.db.issue.findMany({ where: { siteId: site.siteId } })).map(({ id }) => id);
    const nothing = { blocks: [], placed: [], isCut: false };
    for (const siteId of [site.siteId, theirs.siteId])
      expect(await findPageText(database.db, { teamId: stranger.teamId, siteId, pageId, issueIds })).toEqual(nothing);
  });
});
