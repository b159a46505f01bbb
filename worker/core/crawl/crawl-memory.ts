import type { PageFailureCode } from "#worker/core/page/page-failure.ts";
import type { LinkVerdict } from "../checks/links/link-verdict.ts";
import type { TargetUse } from "../checks/links/target-use.ts";
import type { Snapshot } from "../page/snapshot/snapshot.ts";
import type { PageOutcome, PageVisit, PreviousVisit } from "./visit.ts";
import type { WaitCode } from "./wait-codes.ts";

/** Source of an address. `known`: visited by an earlier Crawl. `hinted`: only links with `rel=nofollow` lead to it, and it has a query. */
export type AddressSource = "start" | "sitemap" | "link" | "known" | "hinted";

/** An address to visit. `url` is canonical; `depth` counts links from the start page. */
export type FrontierEntry = { url: string; depth: number; source: AddressSource };

/** An address that this Crawl has finished, with its outcome. */
export type DoneEntry = FrontierEntry & { outcome: PageOutcome; failureCode: PageFailureCode | null };

/**
 * Stores what a crawl must remember across Crawls (page contents) and across a crash (finished and pending addresses).
 * Implemented by the database (for the worker) and by process memory (for `npm run check` and tests).
 */
export type CrawlMemory = {
  /** Returns the frontier from before a crash; both lists are empty on a fresh start. */
  resume(): Promise<{ done: DoneEntry[]; pending: FrontierEntry[] }>;
  /** Returns the addresses of the Site's Pages from earlier Crawls, except those that are gone. */
  knownPages(): Promise<FrontierEntry[]>;
  /** Returns the addresses of the Site's recorded sitemaps, which are no Pages. */
  recordedSitemaps(): Promise<string[]>;
  /** Adds addresses to the frontier; ignores those already in it. */
  addPending(entries: FrontierEntry[]): Promise<void>;
  /**
   * Returns addresses that the Site's Pages link to and that are no known Pages: never visited, or gone. Some may be out of
   * scope.
   */
  unvisitedLinks(): Promise<FrontierEntry[]>;
  /** Returns the previous visits of these addresses, by URL; addresses never visited are absent. */
  previousVisits(urls: string[]): Promise<Map<string, PreviousVisit>>;
  /** Returns what these pages said at the last Crawl, by URL; pages without a Snapshot are absent. */
  contentsOf(urls: string[]): Promise<SiteContents>;
  /** Returns those of the Block hashes whose Findings are stored for this check version. */
  checkedBlocks(hashes: string[], checksVersion: string): Promise<Set<string>>;
  /** Records one page's result and removes it from the frontier, in one transaction. */
  recordVisit(visit: PageVisit, checksVersion: string): Promise<void>;
  /** Does the same in bulk for unchanged pages without Blocks to record. */
  recordUnchanged(visits: PageVisit[], checksVersion: string): Promise<void>;
  /**
   * Returns, in batches to bound memory, all distinct link targets (absolute, with fragment) that the Site's Pages use now.
   * `known`: number of targets in the batch left out because they are stored as working and are anchors of pages that this
   * Crawl found unchanged.
   */
  linkTargets(): AsyncIterable<LinkTargets>;
  /** Returns those of the link targets that the Site's pages load by themselves: pictures, style sheets, scripts. */
  filesOfPages(targets: string[]): Promise<Set<string>>;
  /** Returns the anchors of in-scope pages, by canonical URL. Pages that are not stored, or not read completely, are absent. */
  anchorsOf(urls: string[]): Promise<Map<string, string[]>>;
  /** Returns those of the link targets that are stored as soft 404s. */
  soft404s(targets: string[]): Promise<Set<string>>;
  /** Records the verdicts on link targets. */
  recordVerdicts(verdicts: LinkVerdict[]): Promise<void>;
};

/** The Blocks and links of pages, by URL. */
export type SiteContents = ReadonlyMap<string, Pick<Snapshot, "blocks" | "links">>;

/**
 * A batch of a Site's link targets: those that need a verdict, and the number of those that do not. `uses`: how pages load some of them.
 */
export type LinkTargets = { targets: string[]; known: number; uses: ReadonlyMap<string, TargetUse> };

/** Progress of a running crawl, for display. */
export type CrawlProgress = {
  pagesFound: number;
  pagesDone: number;
  pagesFailed: number;
  findings: number;
  linksFound: number;
  linksChecked: number;
  waitsFor: WaitCode | null;
};
