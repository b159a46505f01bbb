import { NO_VALIDATORS, type PageVisit } from "#worker/core/crawl/visit.ts";
import type { PageLink } from "#worker/core/page/page-content.ts";
import { makeSnapshot } from "#worker/core/page/snapshot/make-snapshot.ts";
import { canonicalUrl } from "#worker/core/url/canonical-url.ts";
import { mayBePage } from "#worker/core/url/may-be-page.ts";
import type { CrawlContext, PlanFields, Ports } from "../crawl-context.ts";

/** Links recorded of one sitemap, and files (no pages) in all sitemaps that are requested. */
const MOST_LINKS = 1_000;
const MOST_FILES = 500;
/** Redirects that are followed from a page in a sitemap to the one that was read. */
const MOST_MOVES = 20;

const SITEMAP = {
  code: "sitemap",
  message: "This is a sitemap: we only check that the pages that it names exist.",
} as const;

type SitemapsContext = PlanFields<"only"> &
  Ports<"checks"> &
  Pick<CrawlContext, "memory" | "sitemaps" | "visited" | "isInScope">;

/**
 * Records each sitemap with its links to pages that this Crawl found missing, so that they get verdicts and the sitemap is the place where
 * they are reported. A sitemap that is not named any more loses its links.
 */
export async function recordSitemaps(context: SitemapsContext): Promise<void> {
  const { memory, sitemaps, plan, ports } = context;
  if (!plan.only.includes("links")) return;
  const recorded = await memory.recordedSitemaps();
  const dropped = sitemaps.isComplete ? recorded.filter((url) => !sitemaps.files.has(url)) : [];
  const before = await memory.previousVisits([...sitemaps.files.keys(), ...dropped]);
  // What the first reading of a site's sitemaps finds has been there before: it is shown, not mailed as new.
  const isReread = recorded.length === 0 && sitemaps.hadPages;
  let files = MOST_FILES;
  for (const url of [...sitemaps.files.keys(), ...dropped]) {
    const links: PageLink[] = [];
    for (const address of sitemaps.files.get(url) ?? []) {
      const kind = kindOf(context, address);
      if (kind === null || links.length >= MOST_LINKS || (kind === "file" && files-- <= 0)) continue;
      links.push({ url: address, href: address, text: "", element: "loc", rel: null, selector: "loc" });
    }
    const visit = visitOf(url, links, isReread);
    if (before.get(url)?.detailHash !== visit.snapshot?.detailHash) await memory.recordVisit(visit, ports.checks.version);
  }
}

/** Returns why an address needs a verdict, or null: its page was read, or never requested. */
function kindOf({ visited, isInScope }: Pick<CrawlContext, "visited" | "isInScope">, address: string): "page" | "file" | null {
  const page = canonicalUrl(address);
  if (page === null || !isInScope(page)) return null;
  let found = visited.get(page);
  if (!found) return mayBePage(page) ? null : "file";
  for (let moves = 0; found?.target && moves < MOST_MOVES; moves += 1) found = visited.get(found.target);
  if (!found) return null;
  return found.outcome === "gone" || found.outcome === "failed" || found.isSoft404 === true ? "page" : null;
}

function visitOf(url: string, links: PageLink[], isReread: boolean): PageVisit {
  const content = { title: "", lang: null, canonical: null, blocks: [], related: [], feeds: [], anchors: [] };
  const { placed: _, ...snapshot } = makeSnapshot({ ...content, links, scripts: "" });
  return {
    url,
    depth: 0,
    outcome: "skipped",
    status: 200,
    rendered: null,
    ms: 0,
    failure: SITEMAP,
    validators: NO_VALIDATORS,
    snapshot,
    isReread,
    leads: [],
    isFullyChecked: false,
    newBlocks: [],
    checked: [],
  };
}
