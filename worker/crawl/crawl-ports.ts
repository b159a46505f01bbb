import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
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
  prefetchLinks?(targets: string[], signal: AbortSignal): Promise<void>;
  onProgress(progress: CrawlProgress): void;
  /** A fault inside the product met while working on one page; the Crawl goes on. */
  onFault(error: unknown, url: string): void;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
};
