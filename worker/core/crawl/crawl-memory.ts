import type { PageFailureCode } from "#worker/core/page/page-failure.ts";
import type { LinkVerdict } from "../checks/links/link-verdict.ts";
import type { PageOutcome, PageVisit, PreviousVisit } from "./visit.ts";

/** Where the crawl learnt of an address. `known`: visited by an earlier Crawl. */
export type AddressSource = "start" | "sitemap" | "link" | "known";

/** An address that the crawl means to visit. `url` is canonical; `depth` counts links from the start page. */
export type FrontierEntry = { url: string; depth: number; source: AddressSource };

/** An address with a result in this Crawl, and what became of it. */
export type DoneEntry = FrontierEntry & { outcome: PageOutcome; failureCode: PageFailureCode | null };

/**
 * What a crawl must remember: across Crawls (what pages said), and across a crash (what is done and what is still to do).
 * Two keep this promise: the database (the worker) and the process's own memory (`npm run check`, tests).
 */
export type CrawlMemory = {
  /** The frontier as far as it got before a crash; both empty on a fresh start. */
  resume(): Promise<{ done: DoneEntry[]; pending: FrontierEntry[] }>;
  /** Addresses of the Site's Pages from earlier Crawls that are not gone. */
  knownPages(): Promise<FrontierEntry[]>;
  /** Adds addresses to the frontier; those already in it are left as they are. */
  addPending(entries: FrontierEntry[]): Promise<void>;
  /** Addresses that the Site's Pages lead to now and that are no known Pages: never visited, or gone. Some may be out of scope. */
  unvisitedLeads(): Promise<FrontierEntry[]>;
  /** What the last Crawl knew about these addresses, by URL; an address never visited is absent. */
  previousVisits(urls: string[]): Promise<Map<string, PreviousVisit>>;
  /** Of these Block hashes, those whose Findings are on record for this check version. */
  checkedBlocks(hashes: string[], checksVersion: string): Promise<Set<string>>;
  /** Records one page's result and takes it off the frontier, in one transaction. */
  recordVisit(visit: PageVisit, checksVersion: string): Promise<void>;
  /** The same for pages that say what they said before, with no Block to record: many at a time. */
  recordUnchanged(visits: PageVisit[], checksVersion: string): Promise<void>;
  /**
   * Every distinct link target (absolute, with fragment) that the Site's Pages use now, in parts so that no memory need hold them all.
   * `known`: how many of the part are on record as working and are places of pages that this Crawl found unchanged; they are left out.
   */
  linkTargets(): AsyncIterable<LinkTargets>;
  /** Anchors of in-scope pages, by canonical URL; a page that is not on record, or not read to its end, is absent. */
  anchorsOf(urls: string[]): Promise<Map<string, string[]>>;
  /** Returns those of these link targets that are on record as soft 404s: error pages that answer 200. */
  soft404s(targets: string[]): Promise<Set<string>>;
  /** Records what link targets answered. */
  recordVerdicts(verdicts: LinkVerdict[]): Promise<void>;
};

/** A part of a Site's link targets: those that need a verdict, and the number of those that do not. */
export type LinkTargets = { targets: string[]; known: number };

/** How far a crawl got, for showing while it runs. */
export type CrawlProgress = {
  pagesFound: number;
  pagesDone: number;
  pagesFailed: number;
  findings: number;
  linksFound: number;
  linksChecked: number;
};
