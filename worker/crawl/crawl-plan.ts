import type { PageCounts } from "#worker/core/crawl/page-counts.ts";
import type { Language } from "#worker/core/language/languages.ts";
import type { PageFailureCode } from "#worker/core/page/page-failure.ts";
import type { RenderProofs } from "#worker/core/page/rendering/render-proof.ts";
import { type CheckId, needsTexts } from "../core/checks/check-kinds.ts";
import type { FrontierEntry } from "../core/crawl/crawl-memory.ts";
import type { LearnedTrap } from "../core/crawl/learned-trap.ts";
import type { NotChecked } from "../core/report/not-checked.ts";
import type { SiteSignIn } from "../core/sign-in/site-sign-in.ts";
import type { StyleRule } from "../core/style-rules.ts";

/** The order for one Crawl. */
export type CrawlPlan = {
  /** Distinguishes this Crawl from the Site's others, and chooses which proven pages are rendered again to compare. */
  crawlId: string;
  startUrl: string;
  include: string[];
  exclude: string[];
  /** Link targets that are not requested: see `makeIsIgnored`. Absent: none. */
  ignoredLinks?: string[];
  /** Style advice that the owner wants. Absent: none. */
  styleRules?: readonly StyleRule[] | undefined;
  /** Opens pages behind a sign-in. Absent: the Site has none. */
  signIn?: SiteSignIn | undefined;
  /** `auto`: the language that each page declares. */
  language: "auto" | Language;
  pageLimit: number;
  /** Links that may be followed one after the other from the start page. Absent: `MAX_DEPTH`. */
  maxDepth?: number | undefined;
  /** Endless families of addresses that earlier Crawls found. */
  learnedTraps?: readonly LearnedTrap[] | undefined;
  /** Checks to run. Without `links`, no link target is requested. */
  only: readonly CheckId[];
  /** The only pages to visit, with where they lead: a person asked for them. Absent: the whole Site. */
  onlyPages?: readonly FrontierEntry[] | undefined;
  /** `auto`: used for pages that need it, or where that is not known. */
  browser: "auto" | "never" | "always";
  /** Knowledge of earlier Crawls about which pages need a browser. */
  renderProofs: RenderProofs;
  /** Pages visited at the same time. */
  maxConcurrency: number;
  /** After this time the Crawl starts no more pages or links. */
  timeBudgetMs: number;
  /** The time after which outside links that have no verdict yet are late. Absent: the Crawl waits for all. */
  lateAfterMs?: number | undefined;
  /** True if it counts as real that all pages say the same, because they have for many days. Absent: it does not. */
  believesSameText?: boolean;
  /** True if it counts as real that most pages are missing, because the last Crawl saw that, too. Absent: it does not. */
  believesMissing?: boolean;
  /** The pause before pages that failed for a passing reason are tried once more. */
  retryDelayMs: number;
};

/** Returns true if texts are checked, not links alone. */
export function checksTexts({ only }: Pick<CrawlPlan, "only">): boolean {
  return only.some(needsTexts);
}

/** Returns true if texts are read at all, be it only to see whether a page says the same in the browser. */
export function readsTexts(plan: Pick<CrawlPlan, "only" | "browser">): boolean {
  return checksTexts(plan) || plan.browser !== "never";
}

export const DEFAULT_TIME_BUDGET_MS = 3 * 60 * 60 * 1000;
export const DEFAULT_RETRY_DELAY_MS = 5_000;
export const DEFAULT_LATE_AFTER_MS = 10_000;
export const DEFAULT_CONCURRENCY = 8;

/**
 * The reason why a whole Crawl failed. `site-down`: the site answered at first and then stopped. `same-text`: all pages suddenly say the
 * same, such as a notice of maintenance. `pages-missing`: most pages are suddenly missing, though the others link to them.
 */
export type CrawlFailure = { code: PageFailureCode | "site-down" | "same-text" | "pages-missing"; message: string };

/**
 * A true account of what was and was not checked.
 * `finished`: all that the limits allow was visited. `failed`: the start page could not be read, or the site went down.
 * `interrupted`: aborted by the caller. What is recorded remains, and the frontier on record says where to continue.
 */
export type CrawlAccount = {
  state: "finished" | "failed" | "interrupted";
  failure: CrawlFailure | null;
  /** Pages of this run by outcome. Those done before a crash are in `pagesBefore`. */
  pages: PageCounts;
  pagesBefore: number;
  /** Pages read by the browser. */
  rendered: number;
  notChecked: NotChecked[];
  /** Blocks on the pages that were read, and the distinct ones that had to be checked. */
  blocks: number;
  checkedBlocks: number;
  findings: number;
  /** Distinct link targets, and those with a verdict. */
  linksFound: number;
  linksChecked: number;
  /** The plan's proofs with what this Crawl learnt, for the next one. */
  renderProofs: RenderProofs;
  /** Families of addresses that are traps, for the next Crawl. */
  learnedTraps: LearnedTrap[];
  /** Outside links whose verdicts come after the Crawl; null if there are none. */
  late: LateLinks | null;
  ms: number;
  /** Time by stage, summed over pages visited at the same time, so together more than `ms`. */
  stagesMs: Record<Stage, number>;
};

/** `finish` resolves when the last verdict is recorded, with the targets that have one by then and what changes in the account. */
export type LateLinks = { targets: readonly string[]; finish(): Promise<LateVerdicts> };

type LateVerdicts = Pick<CrawlAccount, "notChecked" | "linksFound" | "linksChecked"> & { targets: readonly string[] };

export type Stage = "robots" | "fetch" | "extract" | "render" | "check" | "record" | "links";
