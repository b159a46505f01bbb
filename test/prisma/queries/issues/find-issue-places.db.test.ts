import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findIssuePlaces } from "#prisma/queries/issues/find-issue-places.ts";
import { findIssueText } from "#prisma/queries/issues/find-issue-text.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { type SeededSite, seedSite } from "#test/support/seed/seed-site.ts";
import { type SeededTeam, seedTeam } from "#test/support/seed/seed-team.ts";

const NOW = new Date("2026-11-21T12:00:00Z");

describe("findIssuePlaces and findIssueText", () => {
  let database: TestDatabase;
  let team: SeededTeam;
  let site: SeededSite;
  beforeAll(async () => {
    database = await createTestDatabase();
    team = await seedTeam(database.db, { email: "ann@mill.example" });
    site = await seedSite(database.db, { ...team, now: NOW });
  });
  afterAll(() => database?.drop());

  const idOf = async (text: string) => (await database.db.issue.findFirstOrThrow({ where: { siteId: site.siteId, text } })).id;
  const wanted = async (text: string, teamId = team.teamId) => ({ teamId, siteId: site.siteId, issueId: await idOf(text) });

  it("pages through all places, each once, shortest address first", async () => {
    const issue = await wanted("seperately");
    const first = await findIssuePlaces(database.db, { ...issue, skip: 0, take: 20 });
    const second = await findIssuePlaces(database.db, { ...issue, skip: 20, take: 20 });
    expect([first.places.length, second.places.length]).toEqual([20, 4]);
    expect(first).toMatchObject({ total: 24, pageCount: 24 });
    const urls = [...first.places, ...second.places].map(({ url }) => url);
    expect(new Set(urls).size).toBe(24);
    expect(urls).toEqual([...urls].sort((one, other) => one.length - other.length || (one < other ? -1 : 1)));
    expect(await findIssuePlaces(database.db, { ...issue, skip: 40, take: 20 })).toMatchObject({ places: [], total: 24 });
  });

  it("counts the same sentence on a page once, with its number, and another sentence by itself", async () => {
    const issue = await wanted("occured");
    const [pageId = ""] = site.pageIds;
    const place = { issueId: issue.issueId, pageId, selector: "p", excerpt: "It occured twice." };
    await database.db.occurrence.createMany({
      data: [place, { ...place, selector: "li" }, { ...place, excerpt: "It occured." }],
    });
    const { places, total, pageCount } = await findIssuePlaces(database.db, { ...issue, skip: 0, take: 20 });
    expect([total, pageCount]).toEqual([3, 2]);
    expect(places.map(({ excerpt, times }) => [excerpt, times])).toEqual([
      ["It occured twice.", 2],
      ["It occured.", 1],
      ["An error has occured while your booking was made, please call us.", 1],
    ]);
  });

  it("returns the text around the first place, with the language that was found", async () => {
    const issue = await wanted("recieve");
    const place = await database.db.occurrence.findFirstOrThrow({
      where: { issueId: issue.issueId, pageId: site.pageIds[0] ?? "" },
    });
    await database.db.occurrence.update({ where: { id: place.id }, data: { start: 9, end: 16 } });
    await database.db.block.updateMany({ where: { hash: place.blockHash ?? "" }, data: { language: "en-GB" } });
    expect(await findIssueText(database.db, issue)).toEqual({
      text: "You will recieve an answer within two working days.",
      language: "en-GB",
      start: 9,
      end: 16,
    });
    expect(await findIssueText(database.db, await wanted("https://example.com/menu/autumn"))).toBeNull();
  });

  it("returns the text of another place if the first page no longer has the issue", async () => {
    const issue = await wanted("recieve");
    const before = await findIssueText(database.db, issue);
    await database.db.issue.update({ where: { id: issue.issueId }, data: { firstUrl: "https://example.com/without-it" } });
    expect(before).not.toBeNull();
    expect(await findIssueText(database.db, issue)).toEqual(before);
  });

  it("shows another team nothing", async () => {
    const stranger = await seedTeam(database.db, { email: "stranger@elsewhere.example" });
    const theirs = await wanted("recieve", stranger.teamId);
    expect(await findIssuePlaces(database.db, { ...theirs, skip: 0, take: 20 })).toEqual({
      places: [],
      total: 0,
      pageCount: 0,
    });
    expect(await findIssueText(database.db, theirs)).toBeNull();
  });
});
