import { crawlBudgetMs, PAGE_BUDGET_MS } from "#worker/core/checks/check-budget.ts";
import type { CheckBlocks } from "#worker/core/crawl/check-blocks.ts";

/**
 * Checks Blocks within a Crawl's budget of processor time (see check-budget.ts). When it is used up, Blocks come back unchecked. Pages
 * checked at the same time may together exceed it by a few pages' budgets.
 */
export function withinCrawlBudget(checkBlocks: CheckBlocks, pageLimit: number): CheckBlocks {
  let left = crawlBudgetMs(pageLimit);
  return async (blocks, options) => {
    if (left <= 0) return blocks.map(({ hash }) => ({ hash, language: null, findings: [], unfinished: "check-budget" }));
    const checked = await checkBlocks(blocks, { ...options, budgetMs: Math.min(PAGE_BUDGET_MS, left) });
    for (const { ms = 0 } of checked) left -= ms;
    return checked;
  };
}
