import { resolveLink } from "#worker/core/page/extract/read-links.ts";
import type { PageContent, PageLink } from "#worker/core/page/page-content.ts";
import { makeSnapshot } from "#worker/core/page/snapshot/make-snapshot.ts";

/**
 * Returns each `contentHash` that a page read at `from` may have at `to`: its relative links are resolved there, and whole addresses of
 * itself stay, or lead there where programs write the requested address into them.
 */
export function contentHashesAt(content: PageContent, from: string, to: string): string[] {
  const links = content.links.map((link) => ({ ...link, url: resolvedAt(link, from, to) }));
  const moved = makeSnapshot({ ...content, links }).contentHash;
  const leadsToItself = ({ url }: PageLink) => url === from || url.startsWith(`${from}#`);
  if (!links.some(leadsToItself)) return [moved];
  const own = links.map((link) => (leadsToItself(link) ? { ...link, url: to + link.url.slice(from.length) } : link));
  return [moved, makeSnapshot({ ...content, links: own }).contentHash];
}

function resolvedAt({ href, url }: PageLink, from: string, to: string): string {
  return resolveLink(href, from) === url ? (resolveLink(href, to) ?? url) : url;
}
