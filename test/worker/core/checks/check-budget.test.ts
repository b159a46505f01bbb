import { beforeAll, describe, expect, it } from "vitest";
import type { CheckedBlock } from "#worker/core/checks/check.ts";
import { checkBlock } from "#worker/core/checks/check-block.ts";
import { crawlBudgetMs, PAGE_BUDGET_MS, startBudget } from "#worker/core/checks/check-budget.ts";
import { isForeignText } from "#worker/core/checks/foreign-text.ts";
import { createTextChecks } from "#worker/core/checks/registry.ts";
import type { Language } from "#worker/core/language/languages.ts";
import { loadHarper } from "#worker/threads/check/load-harper.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";
import { loadReader } from "#worker/threads/check/load-reader.ts";

const ENGLISH =
  "Hello {{name}}, we recieve the the letters definately, and the goverment’s Wensday newsletter has a lovely colour. I would of gone, better then they; it allows to check it. We go to gether and took advantage the offer.";
const GERMAN = "Wir sehen und und das haus am Abend, wo der Gartenapfelfenster stht. Hallo {{name}}, das ist kein kein Satzt.";

/** A meter that goes on by one each time it is read: the budget is then a number of steps. */
function countingMeter(): () => number {
  let read = 0;
  return () => read++;
}

describe("startBudget", () => {
  it("is spent once the meter reaches the limit, and has stopped only if isSpent was called then", () => {
    let ms = 10;
    const budget = startBudget(() => ms, 5);
    ms = 14;
    expect([budget.isSpent(), budget.hasStopped()]).toEqual([false, false]);
    ms = 15;
    expect(budget.hasStopped()).toBe(false);
    expect([budget.isSpent(), budget.hasStopped()]).toEqual([true, true]);
  });
});

describe("crawlBudgetMs", () => {
  it("allows for the largest page, and grows with the page limit", () => {
    expect(crawlBudgetMs(1)).toBeGreaterThanOrEqual(2 * PAGE_BUDGET_MS);
    expect(crawlBudgetMs(20_000)).toBeGreaterThan(10 * crawlBudgetMs(100));
  });
});

describe("checkBlock on a budget", { timeout: 60_000 }, () => {
  let checkFor: (text: string, language: Language, steps: number) => Promise<CheckedBlock>;
  beforeAll(async () => {
    const lexicon = await loadLexicon();
    const checks = createTextChecks({ lexicon, lintWithHarper: loadHarper(), readSentence: loadReader(), version: "test" });
    checkFor = (text, language, steps) =>
      checkBlock(
        { hash: "block", kind: "paragraph", lang: language, text },
        { siteLanguage: language, pageLang: language, only: ["content", "spelling", "grammar"] },
        {
          checks,
          isForeignText: (said, inLanguage, budget) => isForeignText(said, inLanguage, lexicon, budget),
          budget: startBudget(countingMeter(), steps),
        },
      );
  }, 60_000);

  it.each([
    ["en-US", ENGLISH],
    ["de", GERMAN],
  ] as const)("returns a part of the full result at any limit, marked as unfinished (%s)", async (language, text) => {
    const { findings: all, unfinished } = await checkFor(text, language, 100_000);
    expect(unfinished).toBeUndefined();
    expect(new Set(all.map(({ check }) => check))).toEqual(new Set(["content", "spelling", "grammar"]));
    const counts: number[] = [];
    for (let steps = 0; ; steps++) {
      const part = await checkFor(text, language, steps);
      // How sure a check is depends on the text around, of which a part was not checked.
      const found = part.findings.map((finding) => ({ ...finding, confidence: expect.any(Number) }));
      expect(all).toEqual(expect.arrayContaining(found));
      counts.push(part.findings.length);
      if (!part.unfinished) {
        expect(part.findings).toEqual(all);
        break;
      }
      expect(part).toMatchObject({ unfinished: "text-cost", language });
    }
    expect(counts[0]).toBe(0);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(new Set(counts).size).toBeGreaterThan(3);
  });
});
