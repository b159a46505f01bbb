import { z } from "zod";
import type { ClaimedCrawl } from "#prisma/queries/crawls/claim-crawl.ts";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import { LANGUAGES } from "#worker/core/language/languages.ts";
import { UNPROVEN_PAGES } from "#worker/core/ownership/is-proven.ts";
import { knownStyleRules } from "#worker/core/style-rules.ts";
import {
  type CrawlPlan,
  DEFAULT_CONCURRENCY,
  DEFAULT_LATE_AFTER_MS,
  DEFAULT_RETRY_DELAY_MS,
  DEFAULT_TIME_BUDGET_MS,
} from "#worker/crawl/crawl-plan.ts";

/** A notice on every page lasts days at most. After this many, it counts as what the site says. */
const BELIEVED_AFTER_DAYS = 7;

/** A person waits for a page check, so links that answer slowly follow later. */
const PAGE_CHECK_TIMES = { timeBudgetMs: 5 * 60_000, lateAfterMs: 5_000, retryDelayMs: 1_500 };

/** A visitor waits for a trial, who has no account yet. The pages come first, and the links get what is left of the time. */
const TRIAL_TIMES = { timeBudgetMs: 40_000, lateAfterMs: 3_000, retryDelayMs: 1_500 };

/** Returns the order for a claimed Crawl: what its Site's settings say, and the limits of its kind. */
export function planCrawl(claim: ClaimedCrawl, isProven: boolean): CrawlPlan {
  const { crawlId, startUrl, include, exclude, ignoredLinks, pageLimit, renderProofs, maxDepth, learnedTraps, styleRules } =
    claim;
  return {
    crawlId,
    startUrl,
    include,
    exclude,
    ignoredLinks,
    pageLimit: isProven ? pageLimit : Math.min(pageLimit, UNPROVEN_PAGES),
    renderProofs,
    learnedTraps,
    styleRules: knownStyleRules(styleRules),
    maxDepth: maxDepth ?? undefined,
    language: z.enum(["auto", ...LANGUAGES]).parse(claim.language),
    only: CHECK_IDS,
    browser: "auto",
    believesSameText: claim.failedDays >= BELIEVED_AFTER_DAYS,
    believesMissing: claim.wasMissingPages,
    maxConcurrency: DEFAULT_CONCURRENCY,
    timeBudgetMs: DEFAULT_TIME_BUDGET_MS,
    lateAfterMs: DEFAULT_LATE_AFTER_MS,
    retryDelayMs: DEFAULT_RETRY_DELAY_MS,
    ...(claim.onlyPages ? { onlyPages: claim.onlyPages, ...PAGE_CHECK_TIMES } : {}),
    ...(claim.reason === "trial" ? TRIAL_TIMES : {}),
  };
}
