/** Limits the processor time of a check. Checks call `isSpent` between steps and skip the rest once it returns true. */
export type CheckBudget = {
  isSpent(): boolean;
  /** True once `isSpent` has returned true, so some steps were skipped. */
  hasStopped(): boolean;
};

/**
 * Starts a budget of processor time. `meter` returns the milliseconds of processor time used so far: unlike wall-clock time, it
 * does not advance while a loaded machine makes us wait.
 */
export function startBudget(meter: () => number, ms: number): CheckBudget {
  const end = meter() + ms;
  let hasStopped = false;
  return {
    isSpent: () => {
      hasStopped ||= meter() >= end;
      return hasStopped;
    },
    hasStopped: () => hasStopped,
  };
}

/** Unlimited budget, for callers that check text of their own. */
export const NO_LIMIT: CheckBudget = { isSpent: () => false, hasStopped: () => false };

/**
 * Processor time for one Block of at most 20,000 characters. The slowest prose (Dutch, German) took 0.2 s where this was
 * measured; ten times that allows for slower machines, and only made-up text needs more.
 */
export const BLOCK_BUDGET_MS = 2_000;

/**
 * Processor time for the Blocks of one page. The largest page that we read, ten million characters of prose, takes half of it.
 */
export const PAGE_BUDGET_MS = 60_000;

/**
 * Base allowance, as a site's first pages may be its largest. Each further page gets more than ten times the 15 ms that prose
 * takes.
 */
const CRAWL_BUDGET_MS = 120_000;
const CRAWL_BUDGET_MS_PER_PAGE = 250;

/** Returns the processor time for all checks in one Crawl of at most `pageLimit` pages. */
export function crawlBudgetMs(pageLimit: number): number {
  return CRAWL_BUDGET_MS + pageLimit * CRAWL_BUDGET_MS_PER_PAGE;
}
