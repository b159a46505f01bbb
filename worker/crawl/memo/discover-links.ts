import type { PageLink } from "#worker/core/page/page-content.ts";
import { canonicalUrl, withoutAnchor } from "#worker/core/url/canonical-url.ts";
import { mayBePage } from "#worker/core/url/may-be-page.ts";

const LEADS_TO_PAGES = new Set(["a", "area", "iframe", "frame", "meta"]);

/** True if its element leads a visitor to another page. */
export function leadsToPages({ element }: Pick<PageLink, "element">): boolean {
  return LEADS_TO_PAGES.has(element);
}

/** Pages on its own host that a page at `url` leads to, each once, those that its head names too (`related`). `rel=nofollow` asks machines not to go there (carts, endless calendars). */
export function discoverLinks(links: readonly PageLink[], url: string, related: readonly string[] = []): string[] {
  const host = hostOf(url);
  const leads = new Set<string>();
  const seen = new Set<string>();
  const followed = links.filter((link) => leadsToPages(link) && !isNofollow(link.rel)).map((link) => link.url);
  for (const target of [...followed, ...related]) {
    const address = withoutAnchor(target);
    if (seen.has(address)) continue;
    seen.add(address);
    const lead = hostOf(address) === host ? canonicalUrl(address) : null;
    if (lead !== null && mayBePage(lead)) leads.add(lead);
  }
  return [...leads];
}

/** `www.example.com` and `example.com` are one site. */
function hostOf(url: string): string {
  return (/^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#]*)/i.exec(url)?.[1] ?? "").toLowerCase();
}

/** The links of a page that says `<meta name=robots content=nofollow>`, each saying so itself: what is kept of the page says it too. */
export function markNofollow(links: readonly PageLink[]): PageLink[] {
  return links.map((link) => (isNofollow(link.rel) ? link : { ...link, rel: link.rel ? `${link.rel} nofollow` : "nofollow" }));
}

function isNofollow(rel: string | null): boolean {
  return rel !== null && /(?:^|\s)nofollow(?:\s|$)/i.test(rel);
}
