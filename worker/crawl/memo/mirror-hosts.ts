import { resolveLink } from "#worker/core/page/extract/read-links.ts";
import type { PageContent, PageLink } from "#worker/core/page/page-content.ts";
import { makeSnapshot } from "#worker/core/page/snapshot/make-snapshot.ts";
import { mirrorKey } from "#worker/core/url/mirror-key.ts";

/** Addresses of one page: the first that is visited stands for it. */
export type MirrorHosts = {
  /** Notes what an address says; gives the address visited before it that says the same and differs from it only as twins do, or null. */
  findMirrored(url: string, contentHash: string, content?: PageContent): string | null;
  /** Notes that there is no page at an address. */
  noteMissing(url: string): void;
  /**
   * The same path under the scheme and host of the page that was met first, where another one (http, `www.`) has shown to be the same site:
   * it need not be asked for each page again. Null where that is not known.
   */
  mainAddressOf(url: string): string | null;
};

/** So many pages that both have make two origins one site, unless a single one differs. */
const PAGES_ALIKE = 3;

/** `content`: to compare as if the page had come from its twin's address, which its relative links show. */
export function createMirrorHosts(): MirrorHosts {
  const first = new Map<string, { url: string; contentHash: string }>();
  const alike = new Map<string, number>();
  let own: string | null = null;
  /** What two addresses show of their origins, where they differ in nothing else. */
  const compare = (url: string, known: string, isSame: boolean) => {
    const [one, other] = [originOf(url), originOf(known)];
    if (one === other || url.slice(one.length) !== known.slice(other.length)) return;
    for (const origin of [one, other])
      if (!isSame) alike.set(origin, Number.NEGATIVE_INFINITY);
      else if (one === own || other === own) alike.set(origin, (alike.get(origin) ?? 0) + 1);
  };
  return {
    noteMissing: (url) => {
      const known = first.get(mirrorKey(url));
      if (known) compare(url, known.url, false);
    },
    mainAddressOf: (url) => {
      const origin = originOf(url);
      if (own === null || origin === own || (alike.get(origin) ?? 0) < PAGES_ALIKE) return null;
      return own + url.slice(origin.length);
    },
    findMirrored: (url, contentHash, content) => {
      const key = mirrorKey(url);
      const known = first.get(key);
      own ??= originOf(url);
      if (known === undefined || known.url === url) {
        first.set(key, { url, contentHash });
        return null;
      }
      const isSame =
        known.contentHash === contentHash ||
        (content !== undefined && makeSnapshot(movedTo(content, url, known.url)).contentHash === known.contentHash);
      compare(url, known.url, isSame);
      return isSame ? known.url : null;
    },
  };
}

function originOf(url: string): string {
  return /^https?:\/\/[^/?#]*/.exec(url)?.[0] ?? "";
}

/** A page as it would be at another address: what is relative in it leads on from there. */
function movedTo(content: PageContent, from: string, to: string): PageContent {
  const move = ({ href, url }: PageLink) => (resolveLink(href, from) === url ? (resolveLink(href, to) ?? url) : url);
  return { ...content, links: content.links.map((link) => ({ ...link, url: move(link) })) };
}
