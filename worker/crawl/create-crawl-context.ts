import { createBoundedStage } from "#worker/async/bounded-stage.ts";
import { mayChangeSite } from "../core/sign-in/signed-in-addresses.ts";
import { canonicalUrl } from "../core/url/canonical-url.ts";
import { makeScope } from "../core/url/scope.ts";
import type { CrawlContext } from "./crawl-context.ts";
import { type CrawlPlan, checksTexts } from "./crawl-plan.ts";
import type { CrawlPorts } from "./crawl-ports.ts";
import { createFrontier } from "./frontier/frontier.ts";
import { createTraps } from "./frontier/traps.ts";
import { createCheckOnce } from "./memo/check-new-blocks.ts";
import { createFileLeads } from "./memo/file-leads.ts";
import { judgeWait } from "./memo/judge-wait.ts";
import { createKeyCopies } from "./memo/key-copies.ts";
import { mayRequestTarget } from "./memo/may-request-target.ts";
import { createMirrorHosts } from "./memo/mirror-hosts.ts";
import { createMistakenLookup } from "./memo/mistaken-lookup.ts";
import { createLinkPrefetch } from "./memo/prefetch-links.ts";
import { createRobotsLookup } from "./memo/robots-lookup.ts";
import { createIsSignInForm } from "./memo/sign-in-form.ts";
import { createSoft404Lookup } from "./memo/soft-404-lookup.ts";
import { createStopwatch } from "./memo/stopwatch.ts";
import { createTally } from "./memo/tally.ts";
import { createUnchangedBatch } from "./memo/unchanged-batch.ts";
import { createVisitLookup } from "./memo/visit-lookup.ts";
import { withinCrawlBudget } from "./memo/within-crawl-budget.ts";

/** Pages that may be checked and recorded at a time, and pages that may wait for it. */
const SETTLING = { atATime: 6, waiting: 32 };
const PROGRESS_EVERY_MS = 250;

/** Returns what the steps of one Crawl share, as it is before the first step. */
export function createCrawlContext(plan: CrawlPlan, ports: CrawlPorts, signal: AbortSignal): CrawlContext {
  const { memory } = ports;
  const tally = createTally();
  const stopwatch = createStopwatch(ports.now);
  const isInScope = makeScope(plan);
  const traps = createTraps({ known: plan.learnedTraps ?? [], thisYear: new Date().getUTCFullYear() });
  const frontier = createFrontier({
    memory,
    pageLimit: plan.pageLimit,
    traps,
    maxDepth: plan.maxDepth,
    isClosed: plan.onlyPages !== undefined,
    refusal: (url) => (plan.signIn && mayChangeSite(url) ? "acts" : null),
  });
  const crawlDelay = { isRequired: false };
  const robotsOf = createRobotsLookup(async (origin) => {
    const robots = await stopwatch.time("robots", () => ports.fetchRobots(origin, signal));
    crawlDelay.isRequired ||= (robots.crawlDelayMs ?? 0) > 0;
    return robots;
  });
  const world = { ports, robotsOf, signal };
  return {
    plan,
    ports,
    memory,
    signal,
    deadline: ports.now() + plan.timeBudgetMs,
    isInScope,
    frontier,
    fileLeads: createFileLeads({
      ports,
      signal,
      mayRequest: (url) => mayRequestTarget({ plan, isInScope, robotsOf }, url),
      isSeen: plan.onlyPages ? () => true : frontier.hasSeen,
    }),
    traps,
    retries: [],
    repeats: new Map(),
    canonicalClaims: new Map(),
    feeds: new Set(),
    sitemaps: { files: new Map(), isComplete: true, hadPages: false },
    visited: new Map(),
    mirrorHosts: createMirrorHosts(),
    keyCopies: createKeyCopies(),
    health: { failuresInARow: 0, isDown: false },
    sameText: { held: [], knownPages: 0, probes: 0, isEverywhere: false, example: null },
    missing: { held: [], isConfirmed: false, areMost: null },
    crawlDelay,
    proofs: { now: plan.renderProofs },
    renderTrust: { given: new Map(), lost: new Set(), justLost: new Set() },
    routedPages: new Map(),
    robotsOf,
    previousVisitOf: createVisitLookup(memory, frontier.upcoming),
    isSoft404: createSoft404Lookup({ plan, ...world }),
    isMistakenTarget: createMistakenLookup(world),
    isSignInForm: createIsSignInForm(plan.signIn, world),
    settling: createBoundedStage(SETTLING),
    beingChecked: new Set(),
    checkOnce: createCheckOnce({
      checkBlocks: timedChecks(plan, ports, stopwatch),
      onChecked: tally.countChecked,
      onRecord: (hashes) => stopwatch.time("record", () => memory.checkedBlocks(hashes, ports.checks.version)),
    }),
    unchanged: createUnchangedBatch((visits) =>
      stopwatch.time("record", () => memory.recordUnchanged(visits, ports.checks.version)),
    ),
    linkPrefetch: createLinkPrefetch({
      plan,
      ports,
      signal,
      mayRequest: (target) => mayRequestTarget({ plan, isInScope, robotsOf }, target),
      isVisited: (target) => frontier.hasSeen(canonicalUrl(target) ?? target),
    }),
    tally,
    stopwatch,
    reportProgress: atMostEvery(PROGRESS_EVERY_MS, ports.now, () =>
      ports.onProgress({
        ...tally.progress(frontier.found()),
        waitsFor: judgeWait({ active: stopwatch.active(), isDelayed: crawlDelay.isRequired }),
      }),
    ),
  };
}

/** Checks texts within the Crawl's budget, where the plan wants texts checked at all. */
function timedChecks(plan: CrawlPlan, { checks }: CrawlPorts, stopwatch: CrawlContext["stopwatch"]) {
  const checkBlocks = withinCrawlBudget(checks.checkBlocks, plan.pageLimit);
  const timed: typeof checkBlocks = (blocks, options) => stopwatch.time("check", () => checkBlocks(blocks, options));
  return checksTexts(plan) ? timed : async () => [];
}

/** Calls `act` at once, and ignores further calls until the interval is over. */
function atMostEvery(intervalMs: number, now: () => number, act: () => void): () => void {
  let actedAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() - actedAt < intervalMs) return;
    actedAt = now();
    act();
  };
}
