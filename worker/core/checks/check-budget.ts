/** Asked between the steps of a check. Once the processor time is used up, what is left is not done. */
export type CheckBudget = {
  isSpent(): boolean;
  /** True if a step was left out: `isSpent` has answered yes. */
  hasStopped(): boolean;
};

/**
 * Starts a budget of processor time. `meter` gives the milliseconds that whoever checks has used so far, of its own: not the clock's, which
 * goes on while a loaded machine lets it wait.
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

/** For those who check a text that is their own. */
export const NO_LIMIT: CheckBudget = { isSpent: () => false, hasStopped: () => false };

/**
 * Processor time for one Block, which has at most 20,000 characters: the slowest prose (Dutch, German) takes 0.2 s on the machine where
 * this was measured. Ten times that, for slower machines; only made-up text needs more.
 */
export const BLOCK_BUDGET_MS = 2_000;

/** Processor time for the Blocks of one page: the largest page that is read, ten million characters of prose, takes half of it. */
export const PAGE_BUDGET_MS = 60_000;

/** A site's first pages may be its largest; after them, a page of prose takes 15 ms, and this much is allowed for. */
const CRAWL_BUDGET_MS = 120_000;
const CRAWL_BUDGET_MS_PER_PAGE = 250;

/** Returns the processor time for all that is checked in one Crawl of at most so many pages. */
export function crawlBudgetMs(pageLimit: number): number {
  return CRAWL_BUDGET_MS + pageLimit * CRAWL_BUDGET_MS_PER_PAGE;
}
