import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ignoreMore } from "#prisma/queries/ignoring/ignore-more.ts";
import { changeIssueState } from "#prisma/queries/issues/decisions/change-issue-state.ts";
import { addWords } from "#prisma/queries/words/add-words.ts";
import { answerOwnWords } from "#prisma/queries/words/answer-own-words.ts";
import { findWords } from "#prisma/queries/words/find-words.ts";
import { removeWord } from "#prisma/queries/words/remove-word.ts";
import { undoWords } from "#prisma/queries/words/undo-words.ts";
import { type CrawlDesk, openCrawlDesk } from "./crawl-desk.ts";

const now = new Date("2026-11-21T12:00:00Z");
const day = (days: number) => new Date(now.getTime() + days * 86_400_000);
type Site = Awaited<ReturnType<CrawlDesk["addSite"]>>;
let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

async function siteWith(...words: string[]): Promise<Site> {
  const site = await desk.addSite();
  await desk.crawl(site.siteId, { "/": words }, { now: day(-1) });
  return site;
}
async function statesOf({ siteId }: Site): Promise<Record<string, string>> {
  const issues = await desk.db.issue.findMany({ where: { siteId } });
  return Object.fromEntries(issues.map(({ text, state }) => [text, state]));
}
const add = (site: Site, ...words: string[]) =>
  addWords(desk.db, {
    ...site,
    entries: words.map((one) => ({ word: one.replace(/\+$/u, ""), withEndings: one.endsWith("+") })),
    now,
  });
const undo = (site: Site, decisionId: string) => undoWords(desk.db, { ...site, decisionId, now });
const digestsOf = ({ siteId }: Site) => desk.db.delivery.count({ where: { siteId, kind: "digest" } });

describe("words that are added at once", () => {
  it("close their issues quietly in one go, with their endings, and are undone in one go", async () => {
    const site = await siteWith("Brightwell", "vlogging", "recieve");
    const { decisionId, ...added } = await add(site, "Brightwell", "vlog+");
    expect(added).toEqual({ added: 2, known: 0, closed: 2 });
    expect(await statesOf(site)).toEqual({ Brightwell: "fixed", vlogging: "fixed", recieve: "open" });
    await desk.crawl(site.siteId, { "/": ["Brightwell", "vlogging", "recieve"] }, { now: day(1) });
    expect(await statesOf(site)).toMatchObject({ Brightwell: "fixed", vlogging: "fixed" });
    expect(await undo(site, decisionId)).toEqual({ removed: 2, reopened: 2 });
    expect(await statesOf(site)).toEqual({ Brightwell: "open", vlogging: "open", recieve: "open" });
    expect(await undo(site, decisionId)).toEqual({ removed: 0, reopened: 0 });
    await desk.crawl(site.siteId, { "/": ["Brightwell", "vlogging", "recieve"] }, { now: day(2) });
    expect(await digestsOf(site)).toBe(0);
  });

  it("keep what was there before when they are undone: words, and words without endings", async () => {
    const site = await siteWith("vlogs");
    await add(site, "vlog", "Brightwell");
    const { decisionId, ...added } = await add(site, "vlog+", "Brightwell", "kombucha");
    expect(added).toEqual({ added: 2, known: 1, closed: 1 });
    await undo(site, decisionId);
    const { words } = await findWords(desk.db, { ...site, take: 10 });
    expect(words.map(({ word, withEndings }) => [word, withEndings])).toEqual([
      ["Brightwell", false],
      ["vlog", false],
    ]);
    expect(await statesOf(site)).toEqual({ vlogs: "open" });
  });

  it("leave issues alone that a person or a crawl changed since", async () => {
    const site = await siteWith("Brightwell", "Zyngo");
    const { decisionId } = await add(site, "Brightwell", "Zyngo");
    const issue = await desk.db.issue.findFirstOrThrow({ where: { siteId: site.siteId, text: "Zyngo" } });
    await changeIssueState(desk.db, { ...site, issueIds: [issue.id], change: { action: "ignore" }, now });
    expect(await undo(site, decisionId)).toEqual({ removed: 2, reopened: 1 });
    expect(await statesOf(site)).toEqual({ Brightwell: "open", Zyngo: "ignored" });
  });

  it("reopen nothing that a rule ignores meanwhile", async () => {
    const site = await siteWith("Brightwell", "recieve");
    await add(site, "Brightwell");
    const other = await desk.db.issue.findFirstOrThrow({ where: { siteId: site.siteId, text: "recieve" } });
    await ignoreMore(desk.db, { ...site, issueId: other.id, scope: "rule", now });
    await removeWord(desk.db, { ...site, word: "Brightwell", now });
    expect(await statesOf(site)).toEqual({ Brightwell: "ignored", recieve: "ignored" });
  });

  it("may be twenty thousand", async () => {
    const site = await siteWith("product777", "recieve");
    const words = Array.from({ length: 20_000 }, (_, index) => `product${index}`);
    const { decisionId, ...added } = await add(site, ...words);
    expect(added).toEqual({ added: 20_000, known: 0, closed: 1 });
    expect(await findWords(desk.db, { ...site, search: "PRODUCT1999", take: 3 })).toMatchObject({
      total: 11,
      words: [{ word: "product1999" }, { word: "product19990" }, { word: "product19991" }],
    });
    expect(await undo(site, decisionId)).toEqual({ removed: 20_000, reopened: 1 });
  });

  it("are another team's neither to see, nor to add, nor to undo", async () => {
    const [site, stranger] = [await siteWith("Brightwell"), await siteWith("Brightwell")];
    const { decisionId } = await add(site, "Brightwell");
    expect(await undo(stranger, decisionId)).toEqual({ removed: 0, reopened: 0 });
    expect(await statesOf(site)).toEqual({ Brightwell: "fixed" });
    const attack = { ...stranger, siteId: site.siteId };
    expect(await findWords(desk.db, { ...attack, take: 10 })).toEqual({ words: [], total: 0 });
    await expect(add(attack, "Zyngo")).rejects.toMatchObject({ code: "not-found" });
    await expect(answerOwnWords(desk.db, { ...attack, now })).rejects.toMatchObject({ code: "not-found" });
  });
});
