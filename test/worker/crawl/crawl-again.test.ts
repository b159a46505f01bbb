import { describe, expect, it } from "vitest";
import type { Snapshot } from "#worker/core/page/snapshot/snapshot.ts";
import { crawlFakeWeb, type FakeCrawlOptions } from "./fake/crawl-fake-web.ts";
import { type FakePages, failing, HOME, page } from "./fake/fake-web.ts";

const MENU = "Bread, cake, contact.";
const PAGES: FakePages = {
  "/": { html: page(MENU, "/bread", "/cake", "Welcome."), etag: '"1"' },
  "/bread": page(MENU, "You will recieve rye."),
  "/cake": { html: page(MENU, "Cake."), etag: '"1"' },
};

/** Crawls a site twice; `second` replaces what differs the second time. */
async function crawlTwice(second: Partial<FakeCrawlOptions>, first: FakeCrawlOptions = { pages: PAGES }) {
  const before = await crawlFakeWeb(first);
  before.memory.startNextCrawl();
  const snapshots = Object.fromEntries(before.memory.pages().map(({ visit, known }) => [visit.url, known.snapshot]));
  return { before, snapshots, after: await crawlFakeWeb({ ...first, memory: before.memory, ...second }) };
}

describe("crawlSite the second time", () => {
  it("asks an unchanged site only whether it changed, and checks nothing", async () => {
    const { before, after } = await crawlTwice({});
    expect(before.account).toMatchObject({ pages: { new: 3 }, findings: 1 });
    expect(after.account).toMatchObject({ pages: { unchanged: 3, new: 0, changed: 0 }, checkedBlocks: 0, findings: 0 });
    expect(after.conditional.sort()).toEqual([HOME, `${HOME}bread`, `${HOME}cake`]);
    expect(after.checked).toEqual([]);
  });

  it("goes on to what unchanged pages link to", async () => {
    const { before } = await crawlTwice({}, { pages: PAGES, plan: { pageLimit: 1 } });
    before.memory.startNextCrawl();
    const third = await crawlFakeWeb({ pages: PAGES, memory: before.memory });
    expect(third.outcomes).toEqual({ "/": "unchanged", "/bread": "new", "/cake": "new" });
  });

  it("takes the same Blocks in other bytes for unchanged", async () => {
    const bread = `<!-- ${"built today"} -->${page(MENU, "You will recieve rye.")}`;
    const { after } = await crawlTwice({ pages: { ...PAGES, "/bread": bread } });
    expect(after.account.pages).toMatchObject({ unchanged: 3 });
    expect(after.checked).toEqual([]);
  });

  it("checks only the Blocks that are new", async () => {
    const { after } = await crawlTwice({ pages: { ...PAGES, "/bread": page(MENU, "You will receive rye.", "Every day.") } });
    expect(after.account.pages).toMatchObject({ unchanged: 2, changed: 1 });
    expect(after.checked).toEqual(["You will receive rye.", "Every day."]);
  });

  it("checks every Block again, and asks unconditionally, when the checks have a new version", async () => {
    const { before, after } = await crawlTwice({ checksVersion: "checks-2" });
    expect(after.conditional).toEqual([]);
    expect(after.checked.toSorted()).toEqual(before.checked.toSorted());
    expect(after.account.pages).toMatchObject({ unchanged: 3 });
    after.memory.startNextCrawl();
    const third = await crawlFakeWeb({ pages: PAGES, memory: after.memory, checksVersion: "checks-2" });
    expect(third.checked).toEqual([]);
  });

  it("finds what it had not checked because a check broke", async () => {
    const broken = () => {
      throw new Error("The checker broke.");
    };
    const { before, after } = await crawlTwice({ onCheck: () => undefined }, { pages: PAGES, onCheck: broken });
    const texts = new Set(before.checked).size;
    expect(before.account).toMatchObject({ state: "finished", pages: { new: 3 }, checkedBlocks: 0 });
    expect(before.account.notChecked).toMatchObject([{ code: "check-failed", count: texts }]);
    expect(before.faults.length).toBeGreaterThan(0);
    expect(after.account).toMatchObject({ pages: { unchanged: 3 }, checkedBlocks: texts, findings: 1, notChecked: [] });
  });

  it("keeps all that it knew of a page that fails, having tried twice", async () => {
    const { after, snapshots } = await crawlTwice({ pages: { ...PAGES, "/bread": failing("timeout") } });
    expect(after.outcomes).toMatchObject({ "/bread": "failed timeout" });
    expect(after.fetched.filter((url) => url === `${HOME}bread`)).toHaveLength(2);
    const bread = after.memory.pages().find(({ visit }) => visit.url === `${HOME}bread`);
    expect(bread?.known.snapshot).toEqual(snapshots[`${HOME}bread`]);
    expect(after.account.notChecked).toMatchObject([{ code: "failed", count: 1 }]);
  });

  it("forgets a page that is gone, and does not ask for it again", async () => {
    const linkless = { ...PAGES, "/": page(MENU, "/cake"), "/bread": failing("not-found", 410) };
    const { after } = await crawlTwice({ pages: linkless });
    expect(after.outcomes).toMatchObject({ "/bread": "gone not-found" });
    after.memory.startNextCrawl();
    const third = await crawlFakeWeb({ pages: linkless, memory: after.memory });
    expect(third.fetched).not.toContain(`${HOME}bread`);
  });

  it("visits a page that nothing links to any more", async () => {
    const { after } = await crawlTwice({ pages: { ...PAGES, "/": page(MENU, "/cake") } });
    expect(after.outcomes).toMatchObject({ "/bread": "unchanged" });
  });

  it("drops pages that its owner has excluded meanwhile", async () => {
    const { after } = await crawlTwice({ plan: { exclude: ["/bread"] } });
    expect(after.outcomes).toEqual({ "/": "unchanged", "/cake": "unchanged", "/bread": "skipped out-of-scope" });
    expect(after.fetched).not.toContain(`${HOME}bread`);
  });
});

describe("crawlSite checks a Block", () => {
  it.each([1, 8, 64])("once, though 500 pages bring it, %i at a time", async (maxConcurrency) => {
    const paths = Array.from({ length: 500 }, (_, at) => `/${at}`);
    const crawl = await crawlFakeWeb({
      pages: {
        "/": page(MENU, ...paths),
        ...Object.fromEntries(paths.map((path) => [path, page(MENU, `You recieve ${path}.`)])),
      },
      plan: { maxConcurrency },
    });
    expect(crawl.checked.filter((text) => text === MENU)).toHaveLength(1);
    expect(new Set(crawl.checked).size).toBe(crawl.checked.length);
    expect(crawl.account).toMatchObject({
      checkedBlocks: crawl.checked.length,
      findings: 500,
    });
    expect(crawl.progress.at(-1)?.findings).toBe(500);
  });

  it("of a language that is not checked once, and counts it once", async () => {
    const pages = { "/": page("Bonjour.", "/a", "/b"), "/a": page("Bonjour."), "/b": page("Bonjour.") };
    const { account } = await crawlFakeWeb({ pages });
    expect(account.notChecked).toMatchObject([{ code: "language", count: 1 }]);
  });

  it("not at all where only links are to be checked", async () => {
    const { checked, account } = await crawlFakeWeb({ pages: PAGES, plan: { only: ["links"] } });
    expect(checked).toEqual([]);
    expect(account).toMatchObject({ checkedBlocks: 0, notChecked: [], linksFound: 2, linksChecked: 2 });
  });

  it("not even read where only links are to be checked and no browser is to be compared with", async () => {
    const { memory, account } = await crawlFakeWeb({ pages: PAGES, plan: { only: ["links"], browser: "never" } });
    const whole = await crawlFakeWeb({ pages: PAGES, plan: { only: ["spelling", "links"], browser: "never" } });
    const without = ({ snapshot }: { snapshot: Snapshot | null }) => [snapshot?.title, snapshot?.links, snapshot?.anchors];
    expect(account).toMatchObject({ blocks: 0, pages: { new: 3 }, linksFound: 2, linksChecked: 2 });
    expect(memory.pages().map(({ known }) => without(known))).toEqual(whole.memory.pages().map(({ known }) => without(known)));
    expect(memory.verdicts()).toEqual(whole.memory.verdicts());
  });

  it("on the other pages although it breaks on one", async () => {
    const crawl = await crawlFakeWeb({
      pages: { ...PAGES, "/cake": page(MENU, "Poison.") },
      plan: { maxConcurrency: 1 },
      onCheck: (texts) => {
        if (texts.includes("Poison.")) throw new Error("The checker broke.");
      },
    });
    expect(crawl.outcomes).toMatchObject({ "/cake": "new" });
    expect(crawl.account).toMatchObject({ findings: 1, notChecked: [{ code: "check-failed", count: 1 }] });
    expect(crawl.faults).toMatchObject([{ url: `${HOME}cake` }]);
  });
});
