import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import type { FindUse } from "#worker/core/checks/links/target-use.ts";
import type { Validators } from "#worker/core/crawl/visit.ts";
import type { ExtractOptions } from "#worker/core/page/extract/extract-page.ts";
import type { CheckBlocks } from "../core/crawl/check-blocks.ts";
import type { CrawlMemory, CrawlProgress } from "../core/crawl/crawl-memory.ts";
import type { FetchedPage } from "../core/crawl/fetched-page.ts";
import type { RenderedPage, RenderPageOptions } from "../core/crawl/rendered-page.ts";
import type { Robots } from "../core/crawl/robots.ts";
import type { SitemapPages } from "../core/crawl/sitemap-pages.ts";
import type { PageContent } from "../core/page/page-content.ts";

/**
 * The ports of a Crawl to network, browser, memory and checks. None of them throws for what a site does: failures are values. They stop
 * early when `signal` aborts, keep to each host's pace, and refuse private addresses.
 */
export type CrawlPorts = {
  memory: CrawlMemory;
  /** Requests a page, conditionally if `validators` are given. */
  fetchPage(url: string, options: { validators: Validators | null; signal: AbortSignal }): Promise<FetchedPage>;
  fetchRobots(origin: string, signal: AbortSignal): Promise<Robots>;
  /** Returns the addresses of pages in these sitemaps and in those that they refer to. One that cannot be read gives none. */
  readSitemaps(urls: string[], options: { limit: number; signal: AbortSignal }): Promise<SitemapPages>;
  /** Parses a page in another thread. Absent: the Crawl does so itself. */
  extractPage?(html: string, options: ExtractOptions): Promise<PageContent>;
  /** Null: there is no browser. `document`: the server's answer, if it is known already, so that it is not requested again. */
  renderPage: ((url: string, options: RenderPageOptions) => Promise<RenderedPage>) | null;
  checks: { version: string; checkBlocks: CheckBlocks };
  /**
   * Requests link targets, confirms failures, and yields each verdict as it comes. `wasMissing` returns true for an address that this
   * Crawl's visit found missing, so that one more such answer confirms it.
   */
  checkLinks(
    targets: string[],
    signal: AbortSignal,
    wasMissing?: (address: string) => boolean,
    findUse?: FindUse,
  ): AsyncIterable<LinkVerdict>;
  /** Returns those of the addresses that are web pages by their type. Absent: none that is named like a file is a page. */
  findPages?(urls: string[], signal: AbortSignal): Promise<string[]>;
  /** Requests some of these targets while pages are still read, for `checkLinks` to use. Absent: all are requested at the end. */
  prefetchLinks?(targets: string[], signal: AbortSignal, findUse?: FindUse): Promise<void>;
  /** Begins to look a host's name up, so that its address is known when its links are checked. */
  prepareHost?(host: string): void;
  onProgress(progress: CrawlProgress): void;
  /** Reports a fault of the product that one page met. The Crawl goes on. */
  onFault(error: unknown, url: string): void;
  /** Returns milliseconds on a clock that never goes back. */
  now(): number;
};
