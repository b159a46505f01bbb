import type { PageFailure } from "../page/page-failure.ts";

/** robots.txt of one origin (RFC 9309). If it could not be read, `failure` is set and no page may be visited. */
export type Robots = {
  isAllowed(url: string): boolean;
  sitemaps: string[];
  /** Crawl-delay in milliseconds; absent or 0 if there is none. */
  crawlDelayMs?: number;
  failure: PageFailure | null;
};
