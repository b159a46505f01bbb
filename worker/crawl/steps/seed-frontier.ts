import { unlessAborted } from "#worker/async/unless-aborted.ts";
import type { FrontierEntry } from "#worker/core/crawl/crawl-memory.ts";
import { canonicalUrl } from "#worker/core/url/canonical-url.ts";
import { mayBePage } from "#worker/core/url/may-be-page.ts";
import { isSameSite } from "#worker/core/url/scope.ts";
import type { CrawlContext, PlanFields, Ports } from "../crawl-context.ts";
import { isReadOutcome } from "./page-outcome.ts";

/** Addresses read from sitemaps for each page under the limit. Sitemaps may name millions; some beyond the limit are read so that they count. */
const SITEMAP_ADDRESSES_PER_PAGE = 10;
/** The part of a Crawl's time that its sitemaps may take: a hundred slow files must leave time for the pages. */
const SITEMAP_SHARE_OF_TIME = 0.25;

type LeadsContext = Pick<CrawlContext, "frontier" | "fileLeads" | "memory" | "isInScope">;

/**
 * Restores the frontier of an earlier run of this Crawl. Addresses beyond the page limit are found again in the leads of the pages on
 * record. A run that read no page is ignored, so that the start page decides again whether the Crawl fails.
 */
export async function resumeFrontier(
  context: LeadsContext & PlanFields<"onlyPages"> & Pick<CrawlContext, "tally" | "visited">,
): Promise<void> {
  const { frontier, memory, tally, visited } = context;
  const { done: recorded, pending } = await memory.resume();
  // Sitemaps are on record beside the pages, and take no place among them.
  const done = recorded.filter(({ failureCode }) => failureCode !== "sitemap");
  if (!done.some(({ outcome }) => isReadOutcome(outcome))) return;
  frontier.resume(done, pending);
  for (const { url, outcome, failureCode } of done) {
    visited.set(url, { outcome, status: null, target: null, failure: failureCode && { code: failureCode, message: "" } });
    if (outcome === "skipped") frontier.giveBack();
    tally.countBefore(outcome);
  }
  await addLeads(context);
}

/** Adds the addresses that pages on record lead to: an unchanged page is not read again for its links. */
export async function addLeads(context: LeadsContext & PlanFields<"onlyPages">): Promise<void> {
  if (context.plan.onlyPages) return;
  addEntries(context, await context.memory.unvisitedLinks());
}

/** Adds the pages of the site to the frontier. What is named like a file waits for its type. */
function addEntries(
  { frontier, fileLeads, isInScope }: Pick<LeadsContext, "frontier" | "fileLeads" | "isInScope">,
  entries: readonly FrontierEntry[],
): void {
  const inScope = entries.filter(({ url }) => isInScope(url));
  frontier.add(inScope.filter(({ url }) => mayBePage(url)));
  fileLeads.note(inScope.filter(({ url }) => !mayBePage(url)));
}

type SitemapContext = PlanFields<"pageLimit"> &
  Ports<"readSitemaps"> &
  Pick<CrawlContext, "robotsOf" | "stopwatch" | "feeds" | "tally" | "sitemaps">;

/** Adds the pages that the site's sitemaps name, as far as those can be read in their part of the Crawl's time. */
export async function addSitemapPages(
  context: SitemapContext & PlanFields<"timeBudgetMs"> & Pick<CrawlContext, "signal" | "frontier" | "fileLeads" | "isInScope">,
  url: string,
): Promise<void> {
  const { plan } = context;
  const enough = AbortSignal.any([context.signal, AbortSignal.timeout(plan.timeBudgetMs * SITEMAP_SHARE_OF_TIME)]);
  const read = await unlessAborted(enough, readSitemaps(context, url, enough));
  if (read === null) context.sitemaps.isComplete = false;
  const addresses = read ?? [];
  const pages = new Set(addresses.map((address) => canonicalUrl(address)).filter((page) => page !== null));
  addEntries(
    context,
    [...pages].map((page) => ({ url: page, depth: 1, source: "sitemap" })),
  );
}

/** Usual addresses of sitemaps, tried where neither robots.txt nor the start page names one. The last is WordPress's. */
const USUAL_PATHS = ["/sitemap.xml", "/sitemap_index.xml", "/sitemap.xml.gz", "/wp-sitemap.xml"];

/**
 * Returns the pages in the sitemaps that robots.txt names, on any host, because its author speaks for the site (sitemaps.org, "Sitemaps
 * & Cross Submits"), and in those that the start page names. If robots.txt gives none, the usual addresses are tried.
 */
async function readSitemaps(
  { ports, plan, robotsOf, stopwatch, feeds, tally, sitemaps: known }: SitemapContext,
  url: string,
  signal: AbortSignal,
): Promise<string[]> {
  const { sitemaps } = await robotsOf(url);
  const limit = plan.pageLimit * SITEMAP_ADDRESSES_PER_PAGE;
  const read = async (urls: string[]) => {
    const found = await stopwatch.time("robots", () => ports.readSitemaps(urls, { limit, signal }));
    tally.leaveOut("sitemaps", found.filesLeft);
    for (const [file, pages] of found.files) known.files.set(file, pages);
    known.isComplete &&= found.isComplete && !signal.aborted;
    return found.pages;
  };
  const named = sitemaps.length > 0 ? await read(sitemaps) : [];
  const site = new URL(url);
  const own = [...feeds].filter((feed) => isSameSite(new URL(feed), site));
  const ofPage = own.length > 0 ? await read(own) : [];
  if (named.length > 0) return [...new Set([...named, ...ofPage])];
  for (const path of USUAL_PATHS) {
    if (signal.aborted) break;
    const found = await read([new URL(path, url).href]);
    if (found.length > 0) return [...new Set([...found, ...ofPage])];
  }
  return ofPage;
}
