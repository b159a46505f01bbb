import { afterAll, describe, expect, it } from "vitest";
import { COSTLY_TEXTS } from "#test/worker/core/checks/costly-texts.ts";
import { warmUp } from "#test/worker/threads/check/warm-up.ts";
import type { CheckedBlock } from "#worker/core/checks/check.ts";
import { crawlBudgetMs, PAGE_BUDGET_MS } from "#worker/core/checks/check-budget.ts";
import type { Block } from "#worker/core/page/block.ts";
import { createCheckPool } from "#worker/threads/check/check-pool.ts";
import { crawlFakeWeb } from "./fake/crawl-fake-web.ts";
import { HOME, page } from "./fake/fake-web.ts";

/** Makes a check that answers as given for each text and finds nothing in others. */
function answering(said: Record<string, Partial<CheckedBlock>>) {
  return async (blocks: Block[]) =>
    blocks.map(({ hash, text }): CheckedBlock => ({ hash, language: "en-US", findings: [], ...said[text] }));
}

const COSTLY = "A text that costs too much.";
const paths = Array.from({ length: 20 }, (_, at) => `/${at + 1}`);

describe("crawlSite and texts that cost too much to check", () => {
  it("checks one that is on every page once, and says so", async () => {
    const pages = Object.fromEntries(paths.map((path) => [path, page(COSTLY, `Text ${path}.`)]));
    const checkBlocks = answering({ [COSTLY]: { unfinished: "text-cost" } });
    const crawl = await crawlFakeWeb({ pages: { ...pages, "/": page(COSTLY, ...paths) }, checkBlocks });
    expect(crawl.checked.filter((text) => text === COSTLY)).toHaveLength(1);
    expect(crawl.account).toMatchObject({ state: "finished", pages: { new: 21 } });
    expect(crawl.account.notChecked).toEqual([
      {
        code: "text-cost",
        count: 1,
        message:
          "We checked only a part of 1 text, because checking the rest would take far too long. We keep what we knew about it.",
      },
    ]);
    crawl.memory.startNextCrawl();
    const next = await crawlFakeWeb({ pages: { ...pages, "/": page(COSTLY, ...paths) }, memory: crawl.memory, checkBlocks });
    expect(next.checked).toEqual([COSTLY]);
    expect(next.account.notChecked).toEqual(crawl.account.notChecked);
  });

  it("gives each page its share, and stops checking when the time for the Crawl is used up", async () => {
    const pages = Object.fromEntries(paths.map((path) => [path, page(`Text ${path}.`)]));
    const budgets: (number | undefined)[] = [];
    const pageLimit = 100;
    const crawl = await crawlFakeWeb({
      pages: { ...pages, "/": page("The start.", ...paths) },
      plan: { pageLimit, maxConcurrency: 1 },
      checkBlocks: async (blocks, { budgetMs }) => {
        budgets.push(budgetMs);
        return blocks.map(({ hash }) => ({ hash, language: "en-US", findings: [], ms: PAGE_BUDGET_MS / 2 }));
      },
    });
    expect(budgets[0]).toBe(PAGE_BUDGET_MS);
    expect(budgets.every((budget = 0) => budget > 0 && budget <= PAGE_BUDGET_MS)).toBe(true);
    expect(budgets.length).toBeGreaterThanOrEqual(Math.floor(crawlBudgetMs(pageLimit) / PAGE_BUDGET_MS));
    expect(budgets.length).toBeLessThan(paths.length);
    expect(crawl.account).toMatchObject({ state: "finished", pages: { new: 21 } });
    const [line] = crawl.account.notChecked.filter(({ code }) => code === "check-budget");
    expect(line?.count).toBeGreaterThan(5);
    expect(line?.message).toContain("because the computing time");
    crawl.memory.startNextCrawl();
    const next = await crawlFakeWeb({ pages: { ...pages, "/": page("The start.", ...paths) }, memory: crawl.memory });
    expect(next.checked).toHaveLength(line?.count ?? 0);
    expect(next.account.notChecked).toEqual([]);
  });

  it("counts a text no more that a later page had the time to check", async () => {
    let asked = 0;
    const crawl = await crawlFakeWeb({
      pages: { "/": page(COSTLY, "/1"), "/1": page(COSTLY, "Another.") },
      plan: { maxConcurrency: 1 },
      checkBlocks: async (blocks) =>
        answering(asked++ === 0 ? { [COSTLY]: { language: null, unfinished: "check-budget" } } : {})(blocks),
    });
    expect(crawl.checked.filter((text) => text === COSTLY)).toHaveLength(2);
    expect(crawl.account.notChecked).toEqual([]);
  });

  describe("with real threads", () => {
    const pool = createCheckPool({ threads: 1, blockBudgetMs: 250 });
    afterAll(() => pool.close());

    it("finishes, with what was found and a line that says what was not checked", { timeout: 60_000 }, async () => {
      await warmUp(pool, { hash: "warm-up", kind: "paragraph", lang: "en-US", text: "They recieve it every week." });
      const dutch = COSTLY_TEXTS.find(({ name, language }) => name === "made-up compounds" && language === "nl");
      const costly = `Kom naar Brood &amp;amp; Koek. ${dutch?.make(19_000)}`;
      const html = page("/1", "We recieve it every day.").replace('lang="en"', 'lang="en-US"');
      const crawl = await crawlFakeWeb({
        pages: { "/": html, "/1": page(costly).replace('lang="en"', 'lang="nl"') },
        plan: { only: ["spelling", "content"] },
        checkBlocks: pool.checkBlocks,
      });
      expect(crawl.account).toMatchObject({ state: "finished", pages: { new: 2 } });
      expect(crawl.account.notChecked.map(({ code, count }) => [code, count])).toEqual([["text-cost", 1]]);
      const findings = crawl.memory.pages().flatMap(({ visit }) => visit.checked.flatMap((block) => block.findings));
      expect(findings.map(({ text }) => text).toSorted()).toEqual(["&amp;", "recieve"]);
      expect((await crawl.memory.previousVisits([`${HOME}1`])).get(`${HOME}1`)?.checksVersion).toBeNull();
    });
  });
});
