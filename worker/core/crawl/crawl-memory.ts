import type { PageFailureCode } from "#worker/core/page/page-failure.ts";
import type { LinkVerdict } from "../checks/links/link-verdict.ts";
import type { PageOutcome, PageVisit, PreviousVisit } from "./visit.ts";

/** The source from which the Crawl knows an address. `known`: an earlier Crawl visited it. */
export type AddressSource = "start" | "sitemap" | "link" | "known";

/** An address that the crawl means to visit. `url` is canonical; `depth` counts links from the start page. */
export type FrontierEntry = { url: string; depth: number; source: AddressSource };

/** An address with a result in this Crawl. */
export type DoneEntry = FrontierEntry & { outcome: PageOutcome; failureCode: PageFailureCode | null };

/**
 * The memory of a Crawl, across Crawls (what pages said) and across a crash (what is done and what is still to do).
 * Two implementations: the database (the worker) and the process's own memory (`npm run check`, tests).
 */
export type CrawlMemory = {
  /** Returns the frontier as it was before a crash. Both lists are empty on a fresh start. */
  resume(): Promise<{ done: DoneEntry[]; pending: FrontierEntry[] }>;
  /** Returns the addresses of the Site's Pages from earlier Crawls that are not gone. */
  knownPages(): Promise<FrontierEntry[]>;
  /** Adds addresses to the frontier. Those already in it are left as they are. */
  addPending(entries: FrontierEntry[]): Promise<void>;
  /** Returns the addresses that the Site's Pages lead to and that are no known Pages: never visited, or gone. Some may be out of scope. */
  unvisitedLeads(): Promise<FrontierEntry[]>;
  /** Returns what the last Crawl knew about these addresses, by URL. Addresses never visited are absent. */
  previousVisits(urls: string[]): Promise<Map<string, PreviousVisit>>;
  /** Returns those of these Block hashes whose Findings are on record for this check version. */
  checkedBlocks(hashes: string[], checksVersion: string): Promise<Set<string>>;
  /** Records one page's result and takes it off the frontier, in one transaction. */
  recordVisit(visit: PageVisit, checksVersion: string): Promise<void>;
  /** Does the same for pages that have not changed and have no Block to record, many at a time. */
  recordUnchanged(visits: PageVisit[], checksVersion: string): Promise<void>;
  /**
   * Yields every distinct link target (absolute, with fragment) that the Site's Pages use now, in parts so that they never are all in
   * memory. `known`: targets of the part that are left out, because they work and lead to pages that this Crawl found unchanged.
   */
  linkTargets(): AsyncIterable<LinkTargets>;
  /** Returns the anchors of in-scope pages, by canonical URL. A page that is not on record, or not read to its end, is absent. */
  anchorsOf(urls: string[]): Promise<Map<string, string[]>>;
  /** Returns those of these link targets that are on record as soft 404s: error pages that answer 200. */
  soft404s(targets: string[]): Promise<Set<string>>;
  /** Records verdicts on link targets. */
  recordVerdicts(verdicts: LinkVerdict[]): Promise<void>;
};

/** A part of a Site's link targets: those that need a verdict, and the number of those that do not. */
export type LinkTargets = { targets: string[]; known: number };

/** Progress of a running Crawl, to be shown. */
export type CrawlProgress = {
  pagesFound: number;
  pagesDone: number;
  pagesFailed: number;
  findings: number;
  linksFound: number;
  linksChecked: number;
};
