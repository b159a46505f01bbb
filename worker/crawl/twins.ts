import { makeSnapshot } from "../core/page/make-snapshot.ts";
import type { PageContent, PageLink } from "../core/page/page-content.ts";
import { resolveLink } from "../core/page/read-links.ts";
import { twinKey } from "../core/url/twin-key.ts";

/** Addresses of one page: the first that is visited stands for it. */
export type Twins = {
  /** Notes what an address says; gives the address visited before it that says the same and differs from it only as twins do, or null. */
  meet(url: string, contentHash: string, content?: PageContent): string | null;
};

/** `content`: to compare as if the page had come from its twin's address, which its relative links show. */
export function createTwins(): Twins {
  const first = new Map<string, { url: string; contentHash: string }>();
  return {
    meet: (url, contentHash, content) => {
      const key = twinKey(url);
      const known = first.get(key);
      if (known === undefined || known.url === url) {
        first.set(key, { url, contentHash });
        return null;
      }
      const isSame =
        known.contentHash === contentHash ||
        (content !== undefined && makeSnapshot(movedTo(content, url, known.url)).contentHash === known.contentHash);
      return isSame ? known.url : null;
    },
  };
}

/** A page as it would be at another address: what is relative in it leads on from there. */
function movedTo(content: PageContent, from: string, to: string): PageContent {
  const move = ({ href, url }: PageLink) => (resolveLink(href, from) === url ? (resolveLink(href, to) ?? url) : url);
  return { ...content, links: content.links.map((link) => ({ ...link, url: move(link) })) };
}
