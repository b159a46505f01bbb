import type { FrontierEntry } from "../core/crawl/crawl-memory.ts";
import type { PageLink } from "../core/page/page-content.ts";
import { canonicalUrl } from "../core/url/canonical-url.ts";

/** Elements that lead a visitor to another page. */
const LEADS_TO_PAGES = new Set(["a", "area", "iframe", "frame", "meta"]);
/** File names that are never pages: asked as link targets, not visited. */
const NO_PAGE =
  /\.(?:7z|apk|avi|avif|bmp|bz2|css|csv|deb|dmg|docx?|epub|exe|gif|gz|ico|iso|jar|jpe?g|js|json|m4[av]|mjs|mkv|mov|mp[34]|mpe?g|msi|og[gv]|odp|ods|odt|pdf|png|pptx?|rar|rpm|rss|svg|tar|tgz|tiff?|ttf|txt|wav|web[mp]|wmv|woff2?|xlsx?|xml|xz|zip)$/i;

/** In-scope pages that a page leads to, each once. `rel=nofollow` asks machines not to go there (carts, endless calendars). */
export function discoverLinks(
  links: readonly PageLink[],
  from: { depth: number },
  isInScope: (url: string) => boolean,
): FrontierEntry[] {
  const urls = new Set<string>();
  for (const link of links) {
    if (!LEADS_TO_PAGES.has(link.element) || isNofollow(link.rel)) continue;
    const url = canonicalUrl(link.url);
    if (url !== null && mayBePage(url) && isInScope(url)) urls.add(url);
  }
  return [...urls].map((url) => ({ url, depth: from.depth + 1, source: "link" }));
}

/** Whether an address may hold a page, as far as its file name says. */
export function mayBePage(url: string): boolean {
  return !NO_PAGE.test(new URL(url).pathname);
}

/** The links of a page that says `<meta name=robots content=nofollow>`, each saying so itself: what is kept of the page says it too. */
export function markNofollow(links: readonly PageLink[]): PageLink[] {
  return links.map((link) => (isNofollow(link.rel) ? link : { ...link, rel: link.rel ? `${link.rel} nofollow` : "nofollow" }));
}

function isNofollow(rel: string | null): boolean {
  return rel !== null && /(?:^|\s)nofollow(?:\s|$)/i.test(rel);
}
