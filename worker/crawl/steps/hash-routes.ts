import type { PageContent } from "#worker/core/page/page-content.ts";
import { makeSnapshot } from "#worker/core/page/snapshot/make-snapshot.ts";
import { canonicalUrl, withoutAnchor, withoutRoute } from "#worker/core/url/canonical-url.ts";
import type { CrawlContext } from "../crawl-context.ts";

/** The page whose program shows a hash route (`/shop#/cart`: `/shop`), or null where the address is an ordinary one. */
export function routedBy(url: string): string | null {
  const page = withoutRoute(url);
  return page === url ? null : page;
}

/** Notes what a page says, where it links to routes within itself. */
export function noteRoutes({ routedPages }: CrawlContext, url: string, content: PageContent, isBuilt: boolean): void {
  const start = `${url}#`;
  const links = content.links.some(({ url: target }) => target.startsWith(start) && withoutAnchor(target) !== url);
  if (links) routedPages.set(url, isBuilt ? makeSnapshot(content).contentHash : null);
}

/** True if a route is known to show nothing, before it is asked for. */
export function isNoRoute({ routedPages }: CrawlContext, url: string): boolean {
  const page = routedBy(url);
  return page !== null && routedPages.get(page) === null;
}

/** What a route shows as a page of its own, or null where that is what its page says without it. Its page's `rel=canonical` is not its own. */
export function contentOfRoute({ routedPages }: CrawlContext, url: string, content: PageContent): PageContent | null {
  const page = routedBy(url);
  if (page === null || makeSnapshot(content).contentHash === routedPages.get(page)) return null;
  return content.canonical !== null && canonicalUrl(content.canonical) === page ? { ...content, canonical: null } : content;
}
