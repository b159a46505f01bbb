import type { BoundedStage } from "#worker/async/bounded-stage.ts";
import type { Robots } from "#worker/core/crawl/robots.ts";
import type { PageOutcome } from "#worker/core/crawl/visit.ts";
import type { RenderProofs } from "#worker/core/page/rendering/render-proof.ts";
import type { CrawlMemory, FrontierEntry } from "../core/crawl/crawl-memory.ts";
import type { CrawlFailure, CrawlPlan } from "./crawl-plan.ts";
import type { CrawlPorts } from "./crawl-ports.ts";
import type { Frontier } from "./frontier/frontier.ts";
import type { Traps } from "./frontier/traps.ts";
import type { CheckOnce } from "./memo/check-new-blocks.ts";
import type { FileLeads } from "./memo/file-leads.ts";
import type { KeyCopies } from "./memo/key-copies.ts";
import type { MirrorHosts } from "./memo/mirror-hosts.ts";
import type { IsMistakenTarget } from "./memo/mistaken-lookup.ts";
import type { LinkPrefetch } from "./memo/prefetch-links.ts";
import type { IsSignInForm } from "./memo/sign-in-form.ts";
import type { IsSoft404 } from "./memo/soft-404-lookup.ts";
import type { Stopwatch } from "./memo/stopwatch.ts";
import type { Tally } from "./memo/tally.ts";
import type { UnchangedBatch } from "./memo/unchanged-batch.ts";
import type { VisitLookup } from "./memo/visit-lookup.ts";
import type { SettledPage } from "./settled-page.ts";

/**
 * Everything that the steps of one Crawl share. No step takes all of it: each names what it reads and writes, with
 * `Pick<CrawlContext, …>`, `PlanFields` and `Ports`. The parts below sort the fields by their purpose.
 */
export type CrawlContext = Order & Addresses & SiteKnowledge & RenderKnowledge & Lookups & Recording & Accounting;

/** A context of which only these fields of the plan are used. */
export type PlanFields<K extends keyof CrawlPlan> = { plan: Pick<CrawlPlan, K> };
/** A context of which only these ports are used. */
export type Ports<K extends keyof CrawlPorts> = { ports: Pick<CrawlPorts, K> };

/** The order that the Crawl carries out, and its bounds. Nothing here changes during the Crawl. */
type Order = {
  plan: CrawlPlan;
  ports: CrawlPorts;
  memory: CrawlMemory;
  signal: AbortSignal;
  /** On the clock of `ports.now`. */
  deadline: number;
  isInScope(url: string): boolean;
};

/** Addresses that the Crawl still has to visit or to decide on. */
type Addresses = {
  frontier: Frontier;
  fileLeads: FileLeads;
  traps: Traps;
  /** Pages to visit once more, because they failed for a passing reason. */
  retries: Task[];
  /** Counts the repeated visits, by URL. */
  repeats: Map<string, number>;
  /** Pages that name another address as canonical, by URL. They are skipped if that address was read and says the same. */
  canonicalClaims: Map<string, CanonicalClaim>;
  /** Sitemaps and feeds that the start page names. */
  feeds: Set<string>;
  /** The addresses in each sitemap that was read. `hadPages`: an earlier Crawl has pages of this Site on record. */
  sitemaps: { files: Map<string, readonly string[]>; isComplete: boolean; hadPages: boolean };
};

/** An address to visit. `attempt` 2: it failed before. `isItself`: all about its canonical address is known, so it waits for none. */
export type Task = { entry: FrontierEntry; attempt: 1 | 2; isItself: boolean };

/** A page that names another address as its own (`rel=canonical`). `contentHashes`: see `contentHashesAt`. */
export type CanonicalClaim = { task: Task; canonical: string; contentHashes: string[]; ms: number; status: number | null };

/** Knowledge about the site from the visits so far. */
type SiteKnowledge = {
  /** Results by URL. Those of an earlier run of this Crawl have no status and no target. */
  visited: Map<string, Visited>;
  mirrorHosts: MirrorHosts;
  keyCopies: KeyCopies;
  health: SiteHealth;
  sameText: SameText;
  missing: Missing;
  /** True once a robots.txt requires a pause between requests. */
  crawlDelay: { isRequired: boolean };
};

/** The result of a visit, as far as links to the address need it. `isSoft404`: it answers 200 and shows an error page. */
export type Visited = {
  outcome: PageOutcome;
  status: number | null;
  target: string | null;
  failure: CrawlFailure | null;
  isSoft404?: boolean;
};

/** Counts passing failures in a row, with no answer between them. `isDown`: the site stopped answering. */
export type SiteHealth = { failuresInARow: number; isDown: boolean };

/**
 * Known pages with another text than at the last Crawl, held back while it is not known if the site shows one text everywhere. `knownPages`:
 * pages read whose text the last Crawl knew. `example`: that text.
 */
export type SameText = {
  held: HeldPage[];
  knownPages: number;
  probes: number;
  isEverywhere: boolean;
  example: string | null;
};

/**
 * Known pages that are no pages today (not found, no web page, or a redirect), held back while it is not known if most of the site is missing.
 * `isConfirmed`: it seemed so before, and they are visited once more. `areMost`: it is; then how many of the known pages read, with one of them.
 */
export type Missing = {
  held: SettledPage[];
  isConfirmed: boolean;
  areMost: { count: number; of: number; example: string } | null;
};

/** A page that is not recorded yet, with the items of its text: see worker/core/crawl/hollow-pages.ts. */
export type HeldPage = { page: SettledPage; now: string[] };

/** Knowledge about which pages need a browser. */
export type RenderKnowledge = {
  proofs: { now: RenderProofs };
  renderTrust: RenderTrust;
  routedPages: RoutedPages;
};

/**
 * Pages read without the browser because HTML and browser agreed on others of their template, and the URL patterns where one then differed.
 * `justLost`: those whose pages were not taken yet to be read again.
 */
export type RenderTrust = { given: Map<string, Task[]>; lost: Set<string>; justLost: Set<string> };

/**
 * Pages that link to routes within themselves (`#/about`), by URL, with the `contentHash` of what the browser showed there. Null: the
 * browser added nothing, so no program on that page can show anything for a route.
 */
export type RoutedPages = Map<string, string | null>;

/** Questions that the Crawl asks once and remembers the answers to. */
type Lookups = {
  robotsOf(url: string): Promise<Robots>;
  previousVisitOf: VisitLookup;
  isSoft404: IsSoft404;
  isSignInForm: IsSignInForm;
  isMistakenTarget: IsMistakenTarget;
};

/** The way of a page from its reading to the record. */
type Recording = {
  /** Checks and records pages while others are fetched. */
  settling: BoundedStage;
  /** Addresses of pages that were read, and whose texts are being checked. */
  beingChecked: Set<string>;
  checkOnce: CheckOnce;
  /** Visits with nothing to check and nothing new to record. */
  unchanged: UnchangedBatch;
  linkPrefetch: LinkPrefetch;
};

/** Counts for the Crawl's account and its progress. */
type Accounting = {
  tally: Tally;
  stopwatch: Stopwatch;
  reportProgress(): void;
};
