import { type BoundedStage, createBoundedStage } from "#worker/async/bounded-stage.ts";
import type { Robots } from "#worker/core/crawl/robots.ts";
import type { PageOutcome } from "#worker/core/crawl/visit.ts";
import type { RenderProofs } from "#worker/core/page/rendering/render-proof.ts";
import type { CrawlMemory, FrontierEntry } from "../core/crawl/crawl-memory.ts";
import { mayChangeSite } from "../core/sign-in/signed-in-addresses.ts";
import { canonicalUrl } from "../core/url/canonical-url.ts";
import { makeScope } from "../core/url/scope.ts";
import { type CrawlFailure, type CrawlPlan, checksTexts } from "./crawl-plan.ts";
import type { CrawlPorts } from "./crawl-ports.ts";
import { createFrontier, type Frontier } from "./frontier/frontier.ts";
import { createTraps, type Traps } from "./frontier/traps.ts";
import { type CheckOnce, createCheckOnce } from "./memo/check-new-blocks.ts";
import { mayAskTarget } from "./memo/may-ask-target.ts";
import { createMirrorHosts, type MirrorHosts } from "./memo/mirror-hosts.ts";
import { createLinkPrefetch, type LinkPrefetch } from "./memo/prefetch-links.ts";
import { createRobotsLookup } from "./memo/robots-lookup.ts";
import { createIsSignInForm, type IsSignInForm } from "./memo/sign-in-form.ts";
import { createSoft404Lookup, type IsSoft404 } from "./memo/soft-404-lookup.ts";
import { createStopwatch, type Stopwatch } from "./memo/stopwatch.ts";
import { createTally, type Tally } from "./memo/tally.ts";
import { createUnchangedBatch, type UnchangedBatch } from "./memo/unchanged-batch.ts";
import { createVisitLookup, type VisitLookup } from "./memo/visit-lookup.ts";
import { withinCrawlBudget } from "./memo/within-crawl-budget.ts";

/** An address to visit. `attempt` 2: it failed before. `isItself`: its `rel=canonical` led nowhere, so it counts as a page of its own. */
export type Task = { entry: FrontierEntry; attempt: 1 | 2; isItself: boolean };

/** What became of an address in this Crawl, as far as links to it need to know. `isSoft404`: it is an error page that answers 200. */
export type Visited = {
  outcome: PageOutcome;
  status: number | null;
  target: string | null;
  failure: CrawlFailure | null;
  isSoft404?: boolean;
};

/** A page that names another address as its own (`rel=canonical`). */
export type CanonicalClaim = { task: Task; canonical: string; ms: number; status: number | null };

/** Passing failures in a row with no answer between them, and whether the site was found to be down. */
export type SiteHealth = { failuresInARow: number; isDown: boolean };

/** Pages that were read without the browser because others of their family had said the same both ways, and families where one then did not. */
export type RenderTrust = { given: Map<string, Task[]>; lost: Set<string> };

/**
 * What is known in one Crawl of pages that link to routes within themselves (`#/about`), by address: what the page said in the browser, as its
 * Snapshot's `contentHash`; null where the browser added nothing, so that no program there can show anything for a route.
 */
export type RoutedPages = Map<string, string | null>;

/** All that the steps of one Crawl share. */
export type CrawlContext = {
  plan: CrawlPlan;
  ports: CrawlPorts;
  memory: CrawlMemory;
  signal: AbortSignal;
  isInScope(url: string): boolean;
  frontier: Frontier;
  traps: Traps;
  mirrorHosts: MirrorHosts;
  /** Sitemaps and feeds that the start page names. */
  feeds: Set<string>;
  tally: Tally;
  stopwatch: Stopwatch;
  robotsOf(url: string): Promise<Robots>;
  previousVisitOf: VisitLookup;
  isSoft404: IsSoft404;
  isSignInForm: IsSignInForm;
  checkOnce: CheckOnce;
  /** Checking and recording, behind the fetching. */
  settling: BoundedStage;
  /** Visits with nothing to check and nothing new to record. */
  unchanged: UnchangedBatch;
  linkPrefetch: LinkPrefetch;
  /** By address; an earlier run's too, of which statuses and targets are not known. */
  visited: Map<string, Visited>;
  /** Pages that name another address as theirs: skipped if that one turns out well. */
  canonicalClaims: Map<string, CanonicalClaim>;
  /** Pages to be tried once more. */
  retries: Task[];
  /** What has been learnt so far about which pages need a browser. */
  proofs: { now: RenderProofs };
  renderTrust: RenderTrust;
  routedPages: RoutedPages;
  /** Failures in a row that look like the site itself being down. */
  health: SiteHealth;
  deadline: number;
  /** Whether a robots.txt asks for a pause between requests. */
  isDelayed: boolean;
  reportProgress(): void;
};

/** Pages that may be at checking and recording at a time, and wait for it. */
const SETTLING = { atATime: 6, waiting: 32 };
const PROGRESS_EVERY_MS = 250;

export function createCrawlContext(plan: CrawlPlan, ports: CrawlPorts, signal: AbortSignal): CrawlContext {
  const tally = createTally();
  const checkBlocks = withinCrawlBudget(ports.checks.checkBlocks, plan.pageLimit);
  const traps = createTraps({ known: plan.learnedTraps ?? [], thisYear: new Date().getUTCFullYear() });
  const frontier = createFrontier({
    memory: ports.memory,
    pageLimit: plan.pageLimit,
    traps,
    maxDepth: plan.maxDepth,
    refusal: (url) => (plan.signIn && mayChangeSite(url) ? "acts" : null),
  });
  const stopwatch = createStopwatch(ports.now);
  const robotsOf = createRobotsLookup(async (origin) => {
    const robots = await stopwatch.time("robots", () => ports.fetchRobots(origin, signal));
    context.isDelayed ||= (robots.crawlDelayMs ?? 0) > 0;
    return robots;
  });
  let reportedAt = Number.NEGATIVE_INFINITY;
  const context: CrawlContext = {
    plan,
    ports,
    memory: ports.memory,
    signal,
    isInScope: makeScope(plan),
    frontier,
    traps,
    mirrorHosts: createMirrorHosts(),
    feeds: new Set(),
    tally,
    stopwatch,
    robotsOf,
    isSoft404: createSoft404Lookup({ plan, ports, robotsOf, signal }),
    isSignInForm: createIsSignInForm(plan.signIn, { ports, robotsOf, signal }),
    previousVisitOf: createVisitLookup(ports.memory, frontier.upcoming),
    checkOnce: createCheckOnce({
      checkBlocks: checksTexts(plan)
        ? (blocks, options) => stopwatch.time("check", () => checkBlocks(blocks, options))
        : async () => [],
      onChecked: tally.countChecked,
      onRecord: (hashes) => stopwatch.time("record", () => ports.memory.checkedBlocks(hashes, ports.checks.version)),
    }),
    settling: createBoundedStage(SETTLING),
    unchanged: createUnchangedBatch((visits) =>
      stopwatch.time("record", () => ports.memory.recordUnchanged(visits, ports.checks.version)),
    ),
    linkPrefetch: createLinkPrefetch({
      plan,
      ports,
      signal,
      mayAsk: (target) => mayAskTarget(context, target),
      isVisited: (target) => frontier.hasSeen(canonicalUrl(target) ?? target),
    }),
    visited: new Map(),
    canonicalClaims: new Map(),
    retries: [],
    proofs: { now: plan.renderProofs },
    renderTrust: { given: new Map(), lost: new Set() },
    routedPages: new Map(),
    health: { failuresInARow: 0, isDown: false },
    deadline: ports.now() + plan.timeBudgetMs,
    isDelayed: false,
    reportProgress: () => {
      if (ports.now() - reportedAt < PROGRESS_EVERY_MS) return;
      reportedAt = ports.now();
      ports.onProgress(tally.progress(frontier.found()));
    },
  };
  return context;
}
