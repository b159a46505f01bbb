import type { CheckedBlock } from "../core/checks/check.ts";
import type { CheckBlockOptions } from "../core/checks/check-block.ts";
import type { LinkVerdict } from "../core/checks/link-verdict.ts";
import type { CrawlMemory, CrawlProgress } from "../core/crawl/crawl-memory.ts";
import type { Block } from "../core/page/block.ts";
import type { ExtractOptions } from "../core/page/extract-page.ts";
import type { PageContent } from "../core/page/page-content.ts";
import type { ReceivedDocument } from "../core/page/received-document.ts";
import type { PageFailure, Validators } from "../core/page/visit.ts";

/** What a server answered to a request for a page. `url` is where redirects ended; `document`: the same for the browser's use. */
export type FetchedPage =
  | { kind: "html"; url: string; status: number; html: string; validators: Validators; document?: ReceivedDocument }
  | { kind: "not-modified"; validators: Validators }
  | { kind: "failure"; url: string; status: number | null; failure: PageFailure };

/**
 * What the browser made of a page: its DOM as HTML, at the address where loading it ended. `baseUrl`: where its scripts say that it is
 * (a program in the page that shows `/home` at `/`); relative links start there.
 */
export type RenderedPage =
  | { kind: "html"; url: string; baseUrl: string; status: number | null; html: string }
  | { kind: "failure"; failure: PageFailure };

export type RenderPageOptions = { signal: AbortSignal; document?: ReceivedDocument | undefined };

/** robots.txt of one origin (RFC 9309). `failure` is set when it could not be read, so that nothing may be visited. */
export type Robots = {
  isAllowed(url: string): boolean;
  sitemaps: string[];
  /** What it asks for between two requests; absent or 0 where it asks for none. */
  crawlDelayMs?: number;
  failure: PageFailure | null;
};

/** `filesLeft`: sitemaps that were not read because there are too many or time was over. */
export type SitemapPages = { pages: string[]; filesLeft: number };

/** Checks the Blocks of one page. `budgetMs`: the processor time for all of them; a page's by default. */
export type CheckBlocks = (blocks: Block[], options: CheckBlockOptions & { budgetMs?: number }) => Promise<CheckedBlock[]>;

/**
 * The world, as a Crawl needs it. None of these throws for what a site does: failures are values. They stop early when `signal` aborts.
 * Politeness towards hosts and the ban on private addresses are theirs to keep.
 */
export type CrawlPorts = {
  memory: CrawlMemory;
  /** Asks for a page, conditionally when `validators` are given. */
  fetchPage(url: string, options: { validators: Validators | null; signal: AbortSignal }): Promise<FetchedPage>;
  fetchRobots(origin: string, signal: AbortSignal): Promise<Robots>;
  /** Addresses of pages named by these sitemaps and those that they refer to; what cannot be read gives none. */
  readSitemaps(urls: string[], options: { limit: number; signal: AbortSignal }): Promise<SitemapPages>;
  /** Takes a page apart; absent: the Crawl does so itself, at once. */
  extractPage?(html: string, options: ExtractOptions): Promise<PageContent>;
  /** Null where there is no browser. `document`: what the server answers, known already; it is not asked again then. */
  renderPage: ((url: string, options: RenderPageOptions) => Promise<RenderedPage>) | null;
  checks: { version: string; checkBlocks: CheckBlocks };
  /**
   * Asks link targets, politely and confirming failures; gives each one's verdict as it comes. `wasMissing`: whether an address answered this
   * Crawl's visit that there is no such page, so that one more such answer confirms it.
   */
  checkLinks(targets: string[], signal: AbortSignal, wasMissing?: (address: string) => boolean): AsyncIterable<LinkVerdict>;
  /** Asks for some of these targets while pages are still read; `checkLinks` knows then what they answered. Absent: all are asked at the end. */
  askAhead?(targets: string[], signal: AbortSignal): Promise<void>;
  onProgress(progress: CrawlProgress): void;
  /** A fault inside the product met while working on one page; the Crawl goes on. */
  onFault(error: unknown, url: string): void;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
};
