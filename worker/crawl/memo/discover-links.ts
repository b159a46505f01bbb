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
 * `rel=nofollow` do not count: it asks crawlers to stay out (carts, endless calendars).
 */
export function discoverLinks(links: readonly PageLink[], url: string, related: readonly string[] = []): string[] {
  const host = hostOf(url);
  const leads = new Set<string>();
  const seen = new Set<string>();
  const followed = links.filter((link) => leadsToPages(link) && !isNofollow(link.rel)).map((link) => link.url);
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

/** Returns the host without `www.`: `www.example.com` and `example.com` are one site. */
function hostOf(url: string): string {
  return (/^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#]*)/i.exec(url)?.[1] ?? "").toLowerCase();
}

/** Adds nofollow to each link of a page with `<meta name=robots content=nofollow>`, so that its record keeps it. */
export function markNofollow(links: readonly PageLink[]): PageLink[] {
  return links.map((link) => (isNofollow(link.rel) ? link : { ...link, rel: link.rel ? `${link.rel} nofollow` : "nofollow" }));
}

function isNofollow(rel: string | null): boolean {
  return rel !== null && /(?:^|\s)nofollow(?:\s|$)/i.test(rel);
}
