import { resolveLink } from "#worker/core/page/extract/read-links.ts";
import type { PageContent, PageLink } from "#worker/core/page/page-content.ts";
import { makeSnapshot } from "#worker/core/page/snapshot/make-snapshot.ts";
import { mirrorKey } from "#worker/core/url/mirror-key.ts";

/** Finds addresses that mirror each other: the first one visited counts as the page, the others as its mirrors. */
export type MirrorHosts = {
  /**
   * Notes the text at an address. Returns the address visited before it that has the same text and the same mirror key, or null.
   * `content`: compares also with its relative links resolved at that address.
   */
  findMirrored(url: string, contentHash: string, content?: PageContent): string | null;
  /** Notes that there is no page at an address. */
  noteMissing(url: string): void;
  /**
   * Returns the same path under the scheme and host of the first page, if this address's host (http, `www.`) is known as a mirror of it, so
   * that its pages need no requests. Null: not known as a mirror.
   */
  mainAddressOf(url: string): string | null;
};

/** Equal pages that make two origins mirrors of each other, unless a single page differs. */
const PAGES_ALIKE = 3;

export function createMirrorHosts(): MirrorHosts {
  const first = new Map<string, { url: string; contentHash: string }>();
  const alike = new Map<string, number>();
  let own: string | null = null;
  /** Notes whether two pages agree, if their addresses differ in the origin only. */
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

/** Returns a page as it would be at its mirror's address, with relative links resolved there. */
function movedTo(content: PageContent, from: string, to: string): PageContent {
  const move = ({ href, url }: PageLink) => (resolveLink(href, from) === url ? (resolveLink(href, to) ?? url) : url);
  return { ...content, links: content.links.map((link) => ({ ...link, url: move(link) })) };
}
