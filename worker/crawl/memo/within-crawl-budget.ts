import { crawlBudgetMs, PAGE_BUDGET_MS } from "#worker/core/checks/check-budget.ts";
import type { CheckBlocks } from "#worker/core/crawl/check-blocks.ts";

/**
 * Checks Blocks within a Crawl's budget of processor time (see check-budget.ts): each page gets its share of what is left. When nothing is
 * left, Blocks come back unchecked. Pages under way at the same moment may together use a few pages' budgets more.
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
