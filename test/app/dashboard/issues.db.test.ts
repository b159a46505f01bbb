import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#prisma/client.ts";
import { findIssueList } from "#prisma/queries/issue-list/find-issue-list.ts";
import { changeIssueState } from "#prisma/queries/issues/decisions/change-issue-state.ts";
import { addWord } from "#prisma/queries/words/add-word.ts";
import { removeWord } from "#prisma/queries/words/remove-word.ts";
import type { PlainAction } from "#worker/core/issues/decisions/issue-decision.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";
import { type DashboardFixture, NOW, startDashboardFixture } from "./dashboard-fixture.ts";

describe("what a person decides about issues", () => {
  let fixture: DashboardFixture;
  let db: Database;
  beforeAll(async () => {
    fixture = await startDashboardFixture();
    db = fixture.database.db;
  });
  afterAll(() => fixture?.close());

  const find = (text: string) => db.issue.findFirstOrThrow({ where: { siteId: fixture.site.siteId, text } });
  const stateOf = async (text: string) => (await find(text)).state;
  const eventsOf = async (text: string) =>
    db.issueEvent.findMany({ where: { issueId: (await find(text)).id, kind: { not: "opened" } }, orderBy: { id: "asc" } });
  const decide = async (action: PlainAction | "undo", ...texts: string[]) => {
    const { userId, teamId } = fixture.owner;
    const issueIds = await Promise.all(texts.map(async (text) => (await find(text)).id));
    await changeIssueState(db, { teamId, issueIds, change: { action }, userId, now: NOW });
  };
  const word = (siteId: string | null, typed: string) => ({ ...fixture.owner, siteId, word: typed, now: NOW });

  it("ignores and undoes, each as an event that is not mailed", async () => {
    await decide("ignore", "occured");
    expect(await stateOf("occured")).toBe("ignored");
    await decide("undo", "occured");
    expect(await stateOf("occured")).toBe("open");
    const told = (await eventsOf("occured")).map(({ kind, before, quiet, userId }) => ({ kind, before, quiet, userId }));
    const by = { quiet: true, userId: fixture.owner.userId };
    expect(told).toEqual([
      { kind: "ignored", before: "open", ...by },
      { kind: "undone", before: "ignored", ...by },
    ]);
  });

  it("does nothing the second time", async () => {
    await decide("ignore", "a hour");
    await decide("ignore", "a hour");
    expect(await eventsOf("a hour")).toHaveLength(1);
    await decide("undo", "a hour");
    await decide("undo", "a hour");
    expect(await stateOf("a hour")).toBe("open");
    expect(await eventsOf("a hour")).toHaveLength(2);
  });

  it("restores the previous state of each of many", async () => {
    const many = ["recieve", "<b>teh</b>", "https://status.example.org/"];
    await decide("mark-fixed", ...many);
    for (const text of many) expect(await find(text)).toMatchObject({ state: "fixed", fixedAt: NOW });
    await decide("undo", ...many);
    expect(await Promise.all(many.map(stateOf))).toEqual(["open", "reopened", "unconfirmed"]);
    expect((await find("recieve")).fixedAt).toBeNull();
  });

  it("undoes nothing that a crawl has found since", async () => {
    await decide("mark-fixed", "team are");
    const issue = await find("team are");
    await db.issue.update({ where: { id: issue.id }, data: { state: "reopened", fixedAt: null } });
    const seen = { siteId: issue.siteId, issueId: issue.id, kind: "reopened" as const, before: "fixed" as const };
    await db.issueEvent.create({ data: { ...seen, crawlId: fixture.site.crawlIds[1] } });
    await decide("undo", "team are");
    expect(await stateOf("team are")).toBe("reopened");
  });

  it("lists what comes and goes apart, where a person may ignore it, and takes a decision for a new start", async () => {
    const { siteId } = fixture.site;
    const wanted = { teamId: fixture.owner.teamId, siteId };
    const issue = await find("occured");
    await db.issue.update({ where: { id: issue.id }, data: { state: "recurring", missed: 2, returns: 3 } });
    const list = async (search: Record<string, string>) => {
      const { groups } = await findIssueList(db, { ...wanted, query: parseIssueListQuery(search), now: NOW });
      return groups.flatMap(({ issues }) => issues).map(({ text }) => text);
    };
    expect(await list({ state: "recurring", check: "spelling" })).toEqual(["occured"]);
    expect(await list({ check: "spelling" })).not.toContain("occured");
    await decide("ignore", "occured");
    expect(await find("occured")).toMatchObject({ state: "ignored", missed: 0, returns: 0 });
    await decide("undo", "occured");
    expect(await stateOf("occured")).toBe("recurring");
    await db.issue.update({ where: { id: issue.id }, data: { state: "open" } });
  });

  it("changes none of many if one no longer exists", async () => {
    const { userId, teamId } = fixture.owner;
    const issueIds = [(await find("seperately")).id, "00000000-0000-7000-8000-000000000000"];
    const change = changeIssueState(db, { teamId, issueIds, change: { action: "ignore" }, userId, now: NOW });
    await expect(change).rejects.toMatchObject({ code: "not-found" });
    expect(await stateOf("seperately")).toBe("open");
  });

  it("closes the issues about an added word, and reopens them when it is removed", async () => {
    const { siteId } = fixture.site;
    await addWord(db, word(siteId, " seperately "));
    await addWord(db, word(siteId, "seperately"));
    expect(await db.dictionaryWord.count({ where: { siteId, word: "seperately" } })).toBe(1);
    expect(await stateOf("seperately")).toBe("fixed");
    expect(await eventsOf("seperately")).toMatchObject([{ kind: "taught", quiet: true }]);
    await removeWord(db, word(siteId, "seperately"));
    expect(await stateOf("seperately")).toBe("open");
  });

  it("adds a word for one site only, or for all sites with the team's dictionary", async () => {
    const other = await db.site.create({
      data: {
        teamId: fixture.owner.teamId,
        name: "Other",
        startUrl: "https://o.example/",
        crawlMinute: 1,
        pageLimit: 10,
        nextCrawlAt: NOW,
      },
    });
    const { id: _id, updatedAt: _at, ...columns } = await find("recieve");
    const twin = await db.issue.create({ data: { ...columns, siteId: other.id } });
    const stateOfTwin = async () => (await db.issue.findUniqueOrThrow({ where: { id: twin.id } })).state;
    await addWord(db, word(fixture.site.siteId, "recieve"));
    expect(await stateOfTwin()).toBe("open");
    await removeWord(db, word(fixture.site.siteId, "recieve"));
    await addWord(db, word(null, "recieve"));
    expect([await stateOf("recieve"), await stateOfTwin()]).toEqual(["fixed", "fixed"]);
    const theirs = await db.issue.findFirstOrThrow({ where: { text: "recieve", site: { teamId: fixture.stranger.teamId } } });
    expect(theirs.state).toBe("open");
  });

  it("refuses input that is not a word", async () => {
    for (const typed of ["", "  ", "two words", "x".repeat(101)])
      await expect(addWord(db, word(null, typed))).rejects.toMatchObject({ code: "invalid-input" });
  });
});
