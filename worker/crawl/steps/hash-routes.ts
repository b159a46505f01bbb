import type { PageContent } from "#worker/core/page/page-content.ts";
import { makeSnapshot } from "#worker/core/page/snapshot/make-snapshot.ts";
import { canonicalUrl, withoutAnchor, withoutRoute } from "#worker/core/url/canonical-url.ts";
import type { CrawlContext } from "../crawl-context.ts";

type RouteContext = Pick<CrawlContext, "routedPages">;

/** Returns the page whose program shows a hash route (`/shop` for `/shop#/cart`), or null for an ordinary address. */
export function routedBy(url: string): string | null {
  const page = withoutRoute(url);
  return page === url ? null : page;
}

/** Notes what a page says, if it links to routes within itself. */
export function noteRoutes({ routedPages }: RouteContext, url: string, content: PageContent, isBuilt: boolean): void {
  const start = `${url}#`;
  const links = content.links.some(({ url: target }) => target.startsWith(start) && withoutAnchor(target) !== url);
  if (links) routedPages.set(url, isBuilt ? makeSnapshot(content).contentHash : null);
}

/** Returns true if a route is known to show nothing, so that it need not be fetched. */
export function isNoRoute({ routedPages }: RouteContext, url: string): boolean {
  const page = routedBy(url);
  return page !== null && routedPages.get(page) === null;
}

/** Returns the content of a route, or null if its page says the same without it. The canonical of its page is not the route's own. */
export function contentOfRoute({ routedPages }: RouteContext, url: string, content: PageContent): PageContent | null {
  const page = routedBy(url);
  if (page === null || makeSnapshot(content).contentHash === routedPages.get(page)) return null;
  return content.canonical !== null && canonicalUrl(content.canonical) === page ? { ...content, canonical: null } : content;
}
