import type { PageCounts } from "#worker/core/crawl/page-counts.ts";
import type { Language } from "#worker/core/language/languages.ts";
import type { PageFailureCode } from "#worker/core/page/page-failure.ts";
import type { RenderProofs } from "#worker/core/page/rendering/render-proof.ts";
import { type CheckId, needsTexts } from "../core/checks/check-kinds.ts";
import type { LearnedTrap } from "../core/crawl/learned-trap.ts";
import type { NotChecked } from "../core/report/not-checked.ts";
import type { SiteSignIn } from "../core/sign-in/site-sign-in.ts";
import type { StyleRule } from "../core/style-rules.ts";

/** What one Crawl is to do. */
export type CrawlPlan = {
  /** Distinguishes this Crawl from the Site's others; chooses which proven pages are rendered again to compare. */
  crawlId: string;
  startUrl: string;
  include: string[];
  exclude: string[];
  /** Link targets that are not asked: see `makeIsIgnored`. None where absent. */
  ignoredLinks?: string[];
  /** Advice about style that the owner wants. None where absent. */
  styleRules?: readonly StyleRule[] | undefined;
  /** Opens pages behind a sign-in; absent where the Site has none. */
  signIn?: SiteSignIn | undefined;
  /** `auto`: as the pages declare. */
  language: "auto" | Language;
  pageLimit: number;
  /** Links that may be followed one after the other from the start page; absent: as many as make sense. */
  maxDepth?: number | undefined;
  /** What earlier Crawls learnt about addresses that go on without end. */
  learnedTraps?: readonly LearnedTrap[] | undefined;
  /** Checks to run. Without `links`, no link target is asked. */
  only: readonly CheckId[];
  /** `auto`: where a page needs it, or where that is not known. */
  browser: "auto" | "never" | "always";
  /** What earlier Crawls learnt about which pages need a browser. */
  renderProofs: RenderProofs;
  /** Pages under way at a time. */
  maxConcurrency: number;
  /** After this the Crawl takes up no more pages or links. */
  timeBudgetMs: number;
  /** A page that failed for a passing reason is tried once more, not sooner than this. */
  retryDelayMs: number;
};

/** True if texts are to be checked, not links alone. */
export function checksTexts({ only }: Pick<CrawlPlan, "only">): boolean {
  return only.some(needsTexts);
}

/** Whether texts are to be read at all: also to see whether a page says the same in the browser. */
export function readsTexts(plan: Pick<CrawlPlan, "only" | "browser">): boolean {
  return checksTexts(plan) || plan.browser !== "never";
}

export const DEFAULT_TIME_BUDGET_MS = 3 * 60 * 60 * 1000;
export const DEFAULT_RETRY_DELAY_MS = 5_000;
export const DEFAULT_CONCURRENCY = 8;

/** Why a whole Crawl failed. `site-down`: the site answered at first and then no more. */
export type CrawlFailure = { code: PageFailureCode | "site-down"; message: string };

/**
 * A true account of what was and was not checked.
 * `finished`: all that the limits allow was visited. `failed`: the start page could not be read, or the site went down.
 * `interrupted`: aborted by the caller; what is recorded stands, and the frontier says where to go on.
 */
export type CrawlAccount = {
  state: "finished" | "failed" | "interrupted";
  failure: CrawlFailure | null;
  /** Pages of this run by what became of them; after a crash, those done before it are in `pagesBefore`. */
  pages: PageCounts;
  pagesBefore: number;
  /** Pages read by the browser. */
  rendered: number;
  notChecked: NotChecked[];
  /** Blocks on the pages that were looked into, and the distinct ones that had to be checked. */
  blocks: number;
  checkedBlocks: number;
  findings: number;
  /** Distinct link targets, and those with a verdict. */
  linksFound: number;
  linksChecked: number;
  /** The plan's proofs with what this Crawl learnt: for the next one. */
  renderProofs: RenderProofs;
  /** Families of addresses that are traps: for the next one. */
  learnedTraps: LearnedTrap[];
  ms: number;
  /** Where the time went, summed over pages under way at the same time (so more than `ms`). */
  stagesMs: Record<Stage, number>;
};

export type Stage = "robots" | "fetch" | "extract" | "render" | "check" | "record" | "links";
