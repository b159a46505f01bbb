/**
 * Codes of what a Crawl waits for most. `robots-delay`: the pause that robots.txt requires. `site`: the site's answers, at the pace that we keep.
 * `browser`: pages in the browser. `checks`: the checks of texts. `links`: the answers of link targets.
 */
export const WAIT_CODES = ["robots-delay", "site", "browser", "checks", "links"] as const;
export type WaitCode = (typeof WAIT_CODES)[number];
