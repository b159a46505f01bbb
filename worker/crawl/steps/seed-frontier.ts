import { unlessAborted } from "#worker/async/unless-aborted.ts";
import { canonicalUrl } from "#worker/core/url/canonical-url.ts";
import { mayBePage } from "#worker/core/url/may-be-page.ts";
import { isSameSite } from "#worker/core/url/scope.ts";
import type { CrawlContext } from "../crawl-context.ts";
import { isReadOutcome } from "./page-outcome.ts";

/** Sitemaps may name millions; the page limit decides, and a few more are noted so that they can be counted. */
const SITEMAP_ADDRESSES_PER_PAGE = 10;
/** Part of the time for a Crawl that its sitemaps may take: a hundred slow files must leave some for the pages. */
const SITEMAP_SHARE_OF_TIME = 0.25;

/**
 * Puts on the frontier what an earlier run of this Crawl left there. What its visits had found beyond the page limit is found again
 * in what those pages say. A run that had not read any page is as good as none: the start page decides again whether there is a Crawl.
 */
export async function resumeFrontier(context: CrawlContext): Promise<void> {
  const { frontier, memory, tally, visited } = context;
  const { done, pending } = await memory.resume();
  if (!done.some(({ outcome }) => isReadOutcome(outcome))) return;
  frontier.resume(done, pending);
  for (const { url, outcome, failureCode } of done) {
    visited.set(url, { outcome, status: null, target: null, failure: failureCode && { code: failureCode, message: "" } });
    if (outcome === "skipped") frontier.giveBack();
    tally.countBefore(outcome);
  }
  await addLeads(context);
}

/** Puts on the frontier what pages lead to as far as is on record: of a page that says what it said before, no one reads it again. */
export async function addLeads({ frontier, memory, isInScope }: CrawlContext): Promise<void> {
  const leads = await memory.unvisitedLinks();
  await frontier.add(leads.filter(({ url }) => mayBePage(url) && isInScope(url)));
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

/** Where sitemaps are when no one says: sitemaps.org's own, those that popular systems make (WordPress has its own place). */
const USUAL_PLACES = ["/sitemap.xml", "/sitemap_index.xml", "/sitemap.xml.gz", "/wp-sitemap.xml"];

/**
 * What the site's robots.txt names counts, on whatever host it is: who writes it may speak for the site (sitemaps.org, "Sitemaps & Cross
 * Submits"). Where that gives nothing, the start page's own, and the usual places.
 */
async function readSitemaps(
  { ports, plan, robotsOf, stopwatch, feeds, tally }: CrawlContext,
  url: string,
  signal: AbortSignal,
): Promise<string[]> {
  const { sitemaps } = await robotsOf(url);
  const limit = plan.pageLimit * SITEMAP_ADDRESSES_PER_PAGE;
  const read = async (urls: string[]) => {
    const { pages, filesLeft } = await stopwatch.time("robots", () => ports.readSitemaps(urls, { limit, signal }));
    tally.leaveOut("sitemaps", filesLeft);
    return pages;
  };
  const named = sitemaps.length > 0 ? await read(sitemaps) : [];
  const site = new URL(url);
  const own = [...feeds].filter((feed) => isSameSite(new URL(feed), site));
  const ofPage = own.length > 0 ? await read(own) : [];
  if (named.length > 0) return [...new Set([...named, ...ofPage])];
  for (const place of USUAL_PLACES) {
    if (signal.aborted) break;
    const found = await read([new URL(place, url).href]);
    if (found.length > 0) return [...new Set([...found, ...ofPage])];
  }
  return ofPage;
}
