import type { PageLink } from "#worker/core/page/page-content.ts";
import { canonicalUrl, withoutAnchor } from "#worker/core/url/canonical-url.ts";
import { choosingParameters } from "#worker/core/url/tracking-parameters.ts";

const LEADS_TO_PAGES = new Set(["a", "area", "iframe", "frame", "meta"]);

/** Returns true if the link's element leads a visitor to another page. */
export function leadsToPages({ element }: Pick<PageLink, "element">): boolean {
  return LEADS_TO_PAGES.has(element);
}

/**
 * Returns the addresses on its own host that a page at `url` leads to, each once, including those that its head names (`related`). Links with
 * `rel=nofollow` count: it is a hint for search engines, and visitors follow them.
 */
export function discoverLinks(links: readonly PageLink[], url: string, related: readonly string[] = []): string[] {
  const host = hostOf(url);
  const leads = new Set<string>();
  const seen = new Set<string>();
  const followed = links.filter(leadsToPages).map((link) => link.url);
  const choosing = choosingParameters(followed);
  for (const target of [...followed, ...related]) {
    const address = withoutAnchor(target);
    if (seen.has(address)) continue;
    seen.add(address);
    const lead = hostOf(address) === host ? canonicalUrl(address, undefined, choosing) : null;
    if (lead !== null) leads.add(lead);
  }
  return [...leads];
}

/**
 * Returns the addresses with a query that a page leads to by `rel=nofollow` alone: often filters, carts and calendars, which matter less than
 * all other pages.
 */
export function discoverHinted(links: readonly PageLink[], url: string): Set<string> {
  const [marked, others] = [true, false].map((isMarked) => links.filter(({ rel }) => isNofollow(rel) === isMarked));
  const hinted = new Set(discoverLinks(marked ?? [], url).filter((lead) => lead.includes("?")));
  if (hinted.size > 0) for (const lead of discoverLinks(others ?? [], url)) hinted.delete(lead);
  return hinted;
}

/** Returns the host without `www.`: `www.example.com` and `example.com` are one site. */
function hostOf(url: string): string {
  return (/^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#]*)/i.exec(url)?.[1] ?? "").toLowerCase();
}

function isNofollow(rel: string | null): boolean {
  return rel !== null && /(?:^|\s)nofollow(?:\s|$)/i.test(rel);
}
