/** End of a Crawl, for judging our own network: the site's host, and the code of the failure; null: it finished. */
export type CrawlEnding = { host: string; failureCode: string | null };

/** Failure code of Crawls that failed because we were cut off from the network. */
export const CUT_OFF = "cut-off";

/** Codes of failures that a site and our own network can have caused. */
export const UNREACHABLE_CODES: readonly string[] = ["dns", "refused", "connection", "timeout", "site-down", CUT_OFF];

/** Time in which Crawls of different sites must end to say something about our network. Mails about an unreachable site wait as long. */
export const CUT_OFF_WINDOW_MS = 15 * 60_000;
/** Time for which we believe that the fault is ours. A site that is unreachable for longer is its owner's to know. */
export const LONGEST_CUT_OFF_MS = 24 * 3_600_000;

/** Sites whose latest ends are looked at, the fewest that say something, and the share of them that must be unreachable. */
const LATEST_SITES = 10;
const FEWEST_SITES = 5;
const UNREACHABLE_SHARE = 0.8;

/**
 * Returns true if so many different sites became unreachable at once that the fault must be our own network's. `endings` are those within
 * the window, the latest first; of each site only the latest counts. A few sites can be down at once, so they prove nothing.
 */
export function isCutOff(endings: readonly CrawlEnding[]): boolean {
  const latest = new Map<string, boolean>();
  for (const { host, failureCode } of endings) {
    if (latest.size === LATEST_SITES) break;
    const site = host.replace(/^www\./, "");
    if (!latest.has(site)) latest.set(site, failureCode !== null && UNREACHABLE_CODES.includes(failureCode));
  }
  const unreachable = [...latest.values()].filter(Boolean).length;
  return latest.size >= FEWEST_SITES && unreachable >= latest.size * UNREACHABLE_SHARE;
}

/** Returns when a Site is crawled again after we were cut off. Its minute spreads the Sites over a quarter of an hour. */
export function retryAfterCutOff(crawlMinute: number, now: Date): Date {
  return new Date(now.getTime() + 15 * 60_000 + crawlMinute * 15_000);
}
