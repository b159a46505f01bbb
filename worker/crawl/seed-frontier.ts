import { canonicalUrl } from "../core/url/canonical-url.ts";
import type { CrawlContext } from "./crawl-context.ts";
import { discoverLinks, mayBePage } from "./discover-links.ts";

/** Sitemaps may name millions; the page limit decides, and a few more are noted so that they can be counted. */
const SITEMAP_ADDRESSES_PER_PAGE = 10;
const RESUMED_AT_A_TIME = 50;

/**
 * Puts on the frontier what an earlier run of this Crawl left there. What its visits had found beyond the page limit is found again
 * in what those pages say. Gives the number of pages that are done.
 */
export async function resumeFrontier({ frontier, memory, isInScope }: CrawlContext): Promise<number> {
  const { done, pending } = await memory.resume();
  frontier.resume(done, pending);
  for (let index = 0; index < done.length; index += RESUMED_AT_A_TIME) {
    const entries = done.slice(index, index + RESUMED_AT_A_TIME);
    const visits = await memory.previousVisits(entries.map(({ url }) => url));
    for (const entry of entries)
      await frontier.add(discoverLinks(visits.get(entry.url)?.snapshot?.links ?? [], entry, isInScope));
  }
  return done.length;
}

/** Pages that earlier Crawls visited come first: under a page limit, it is the same pages that are watched every day. */
export async function addKnownPages({ frontier, memory }: CrawlContext): Promise<void> {
  await frontier.add(await memory.knownPages());
}

/** Pages that the site's own sitemaps name. */
export async function addSitemapPages(context: CrawlContext, url: string): Promise<void> {
  const { frontier, ports, plan, signal, isInScope, stopwatch } = context;
  const { sitemaps } = await context.robotsOf(url);
  const named = sitemaps.length > 0 ? sitemaps : [new URL("/sitemap.xml", url).href];
  const limit = plan.pageLimit * SITEMAP_ADDRESSES_PER_PAGE;
  const addresses = await stopwatch.time("robots", () => ports.readSitemaps(named, { limit, signal }));
  const pages = new Set(addresses.map((address) => canonicalUrl(address)).filter((page) => page !== null));
  const inScope = [...pages].filter((page) => mayBePage(page) && isInScope(page));
  await frontier.add(inScope.map((page) => ({ url: page, depth: 1, source: "sitemap" })));
}
