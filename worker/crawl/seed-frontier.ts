import type { FrontierEntry } from "../core/crawl/crawl-memory.ts";
import { canonicalUrl } from "../core/url/canonical-url.ts";
import type { CrawlContext } from "./crawl-context.ts";
import { discoverLinks, mayBePage } from "./discover-links.ts";
import { isReadOutcome } from "./page-outcome.ts";
import { unlessAborted } from "./unless-aborted.ts";

/** Sitemaps may name millions; the page limit decides, and a few more are noted so that they can be counted. */
const SITEMAP_ADDRESSES_PER_PAGE = 10;
/** Part of the time for a Crawl that its sitemaps may take: a hundred slow files must leave some for the pages. */
const SITEMAP_SHARE_OF_TIME = 0.25;
const RESUMED_AT_A_TIME = 50;

/**
 * Puts on the frontier what an earlier run of this Crawl left there. What its visits had found beyond the page limit is found again
 * in what those pages say. A run that had not read any page is as good as none: the start page decides anew whether there is a Crawl.
 */
export async function resumeFrontier({ frontier, memory, isInScope, tally, visited }: CrawlContext): Promise<void> {
  const { done, pending } = await memory.resume();
  if (!done.some(({ outcome }) => isReadOutcome(outcome))) return;
  const found = new Map<string, FrontierEntry>();
  for (let index = 0; index < done.length; index += RESUMED_AT_A_TIME) {
    const entries = done.slice(index, index + RESUMED_AT_A_TIME);
    const visits = await memory.previousVisits(entries.map(({ url }) => url));
    for (const entry of entries) {
      const links = discoverLinks(visits.get(entry.url)?.snapshot?.links ?? [], entry, isInScope);
      for (const link of links) if (!found.has(link.url)) found.set(link.url, link);
    }
  }
  frontier.resume(done, pending);
  for (const { url, outcome, failureCode } of done) {
    visited.set(url, { outcome, status: null, target: null, failure: failureCode && { code: failureCode, message: "" } });
    if (outcome === "skipped") frontier.giveBack();
    tally.countBefore(outcome);
  }
  await frontier.add([...found.values()]);
}

/** Pages that the site's own sitemaps name, as far as they can be read in a part of the Crawl's time. */
export async function addSitemapPages(context: CrawlContext, url: string): Promise<void> {
  const { frontier, plan, isInScope } = context;
  const enough = AbortSignal.any([context.signal, AbortSignal.timeout(plan.timeBudgetMs * SITEMAP_SHARE_OF_TIME)]);
  const addresses = (await unlessAborted(enough, readSitemaps(context, url, enough))) ?? [];
  const pages = new Set(addresses.map((address) => canonicalUrl(address)).filter((page) => page !== null));
  const inScope = [...pages].filter((page) => mayBePage(page) && isInScope(page));
  await frontier.add(inScope.map((page) => ({ url: page, depth: 1, source: "sitemap" })));
}

async function readSitemaps(
  { ports, plan, robotsOf, stopwatch }: CrawlContext,
  url: string,
  signal: AbortSignal,
): Promise<string[]> {
  const { sitemaps } = await robotsOf(url);
  const named = sitemaps.length > 0 ? sitemaps : [new URL("/sitemap.xml", url).href];
  const limit = plan.pageLimit * SITEMAP_ADDRESSES_PER_PAGE;
  return await stopwatch.time("robots", () => ports.readSitemaps(named, { limit, signal }));
}
