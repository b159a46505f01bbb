import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeIssueState } from "#prisma/queries/issues/decisions/change-issue-state.ts";
import { addWord } from "#prisma/queries/words/add-word.ts";
import { removeWord } from "#prisma/queries/words/remove-word.ts";
import type { PlainAction } from "#worker/core/issues/decisions/issue-decision.ts";
import { type CrawlDesk, openCrawlDesk } from "./crawl-desk.ts";

type IssueAction = PlainAction | "undo";

const now = new Date("2026-11-21T12:00:00Z");
type Site = Awaited<ReturnType<CrawlDesk["addSite"]>>;
let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

/** Creates a Site whose first Crawl found these words. */
async function siteWith(...words: string[]): Promise<Site> {
  const site = await desk.addSite();
  await desk.crawl(site.siteId, { "/": words });
  return site;
}
const issueOf = (siteId: string, text: string) =>
  desk.db.issue.findFirstOrThrow({ where: { siteId, text }, include: { events: { orderBy: { id: "asc" } } } });
const stateOf = async (siteId: string, text: string) => (await issueOf(siteId, text)).state;
async function decide({ teamId, siteId, userId }: Site, text: string, action: IssueAction): Promise<void> {
  const { id } = await issueOf(siteId, text);
  await changeIssueState(desk.db, { teamId, userId, issueIds: [id], change: { action }, now });
}
const teach = ({ teamId, siteId, userId }: Site, word: string, everySite = false) =>
  addWord(desk.db, { teamId, siteId: everySite ? null : siteId, word, userId, now });
const forget = ({ teamId, siteId, userId }: Site, word: string, everySite = false) =>
  removeWord(desk.db, { teamId, siteId: everySite ? null : siteId, word, userId, now });
const mailsAfterFirst = (siteId: string) => desk.db.delivery.count({ where: { siteId, kind: "digest" } });

describe("changeIssueState", () => {
  it("ignores, unignores, marks as fixed and undoes, each with a quiet event and no mail", async () => {
    const site = await siteWith("recieve");
    await decide(site, "recieve", "ignore");
    expect(await stateOf(site.siteId, "recieve")).toBe("ignored");
    await decide(site, "recieve", "ignore");
    await decide(site, "recieve", "unignore");
    expect(await stateOf(site.siteId, "recieve")).toBe("open");
    await decide(site, "recieve", "mark-fixed");
    expect(await issueOf(site.siteId, "recieve")).toMatchObject({ state: "fixed", fixedAt: now });
    await decide(site, "recieve", "undo");
    const { state, events } = await issueOf(site.siteId, "recieve");
    expect(state).toBe("open");
    expect(events.map(({ kind, quiet }) => [kind, quiet])).toEqual([
      ["opened", true],
      ["ignored", true],
      ["unignored", true],
      ["marked_fixed", true],
      ["undone", true],
    ]);
    await desk.crawl(site.siteId, { "/": ["recieve"] });
    expect(await mailsAfterFirst(site.siteId)).toBe(0);
  });

  it("undoes only a person's change, and only while it is the latest event", async () => {
    const site = await siteWith("recieve");
    await decide(site, "recieve", "undo");
    expect(await stateOf(site.siteId, "recieve")).toBe("open");
    await decide(site, "recieve", "mark-fixed");
    await desk.crawl(site.siteId, { "/": ["recieve"] });
    expect(await stateOf(site.siteId, "recieve")).toBe("reopened");
    await decide(site, "recieve", "undo");
    expect(await stateOf(site.siteId, "recieve")).toBe("reopened");
  });

  it("refuses a call that contains issues of another team", async () => {
    const [site, stranger] = [await siteWith("recieve"), await siteWith("teh")];
    const ids = [(await issueOf(stranger.siteId, "teh")).id, (await issueOf(site.siteId, "recieve")).id];
    const wanted = { userId: stranger.userId, issueIds: ids, change: { action: "ignore" as const }, now };
    await expect(changeIssueState(desk.db, { ...wanted, teamId: stranger.teamId })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await stateOf(stranger.siteId, "teh")).toBe("open");
    expect(await stateOf(site.siteId, "recieve")).toBe("open");
  });

  it("uses the state after a crawl that is just being recorded", async () => {
    const site = await siteWith("recieve");
    const { id } = await issueOf(site.siteId, "recieve");
    let ignoring: Promise<void> = Promise.resolve();
    await desk.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Issue" WHERE "id" = ${id} FOR UPDATE`;
      ignoring = decide(site, "recieve", "ignore");
      await waitUntilBlocked();
      await tx.issue.update({ where: { id }, data: { state: "fixed" } });
    });
    await ignoring;
    const { events } = await issueOf(site.siteId, "recieve");
    expect(events.at(-1)).toMatchObject({ kind: "ignored", before: "fixed" });
  });

  async function waitUntilBlocked(): Promise<void> {
    await expect
      .poll(async () => {
        const [row] = await desk.db.$queryRaw<
          { count: number }[]
        >`SELECT count(*)::int AS "count" FROM pg_locks WHERE NOT granted`;
        return row?.count;
      })
      .toBeGreaterThan(0);
  }
});

describe("a word in the dictionary", () => {
  it("closes its issues quietly, is not reported again, and reopens them quietly when it is removed", async () => {
    const site = await siteWith("Brightwell", "recieve");
    await teach(site, "  Brightwell ");
    await teach(site, "Brightwell");
    expect(await desk.db.dictionaryWord.count({ where: { teamId: site.teamId } })).toBe(1);
    expect(await stateOf(site.siteId, "Brightwell")).toBe("fixed");
    expect(await stateOf(site.siteId, "recieve")).toBe("open");
    await desk.crawl(site.siteId, { "/": ["Brightwell", "recieve"] });
    expect(await stateOf(site.siteId, "Brightwell")).toBe("fixed");
    await forget(site, "Brightwell");
    expect(await stateOf(site.siteId, "Brightwell")).toBe("open");
    await desk.crawl(site.siteId, { "/": ["Brightwell", "recieve"] });
    expect(await mailsAfterFirst(site.siteId)).toBe(0);
  });

  it("is the same word with either apostrophe, when added and when removed", async () => {
    const site = await siteWith("o'malley");
    await teach(site, "O’Malley’s");
    expect(await stateOf(site.siteId, "o'malley")).toBe("open");
    await teach(site, "o’malley");
    expect(await stateOf(site.siteId, "o'malley")).toBe("fixed");
    await forget(site, "o’malley");
    expect(await stateOf(site.siteId, "o'malley")).toBe("open");
  });

  it("keeps issues closed if it is removed after it left the site", async () => {
    const site = await siteWith("Brightwell");
    await teach(site, "Brightwell");
    await desk.crawl(site.siteId, { "/": [] });
    await forget(site, "Brightwell");
    expect(await stateOf(site.siteId, "Brightwell")).toBe("fixed");
  });

  it("keeps issues closed while the team's dictionary has it too", async () => {
    const site = await siteWith("Brightwell");
    await teach(site, "Brightwell");
    await teach(site, "Brightwell", true);
    await forget(site, "Brightwell");
    expect(await stateOf(site.siteId, "Brightwell")).toBe("fixed");
    await forget(site, "Brightwell", true);
    expect(await stateOf(site.siteId, "Brightwell")).toBe("open");
  });

  it("covers all sites of the team and no other team's", async () => {
    const [site, stranger] = [await siteWith("Brightwell"), await siteWith("Brightwell")];
    await teach(site, "Brightwell", true);
    expect(await stateOf(site.siteId, "Brightwell")).toBe("fixed");
    expect(await stateOf(stranger.siteId, "Brightwell")).toBe("open");
    await forget(stranger, "Brightwell", true);
    expect(await stateOf(site.siteId, "Brightwell")).toBe("fixed");
    await expect(teach({ ...stranger, siteId: site.siteId }, "word")).rejects.toMatchObject({ code: "not-found" });
  });

  it.each(["", "   ", "two words", "x".repeat(101)])("is refused if it is not a word: “%s”", async (word) => {
    const site = await desk.addSite();
    await expect(teach(site, word)).rejects.toMatchObject({ code: "invalid-input" });
  });

  it("is stored once when added several times at once", async () => {
    const site = await siteWith("Brightwell");
    await Promise.all(Array.from({ length: 5 }, () => teach(site, "Brightwell", true)));
    expect(await desk.db.dictionaryWord.count({ where: { teamId: site.teamId } })).toBe(1);
    const { events } = await issueOf(site.siteId, "Brightwell");
    expect(events.map(({ kind }) => kind)).toEqual(["opened", "taught"]);
  });
});
