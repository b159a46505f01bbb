import type { PageContent } from "#worker/core/page/page-content.ts";
import { mirrorKey } from "#worker/core/url/mirror-key.ts";
import { contentHashesAt } from "./moved-page.ts";

/** Finds addresses that mirror each other: the first one visited counts as the page, the others as its mirrors. */
export type MirrorHosts = {
  /**
   * Notes the text at an address. Returns the address visited before it that has the same text, and the same mirror key or other parameters
   * on the same path; or null. `content`: compares also with its relative links resolved at that address.
   */
  findMirrored(url: string, contentHash: string, content?: PageContent): string | null;
  /** Returns the `contentHash` noted for an address or for the page that it mirrors; null if none was. */
  contentAt(url: string): string | null;
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
/** Pages of one path with which those under other parameters are compared. */
const COMPARED_PER_PATH = 3;

type Known = { url: string; contentHash: string };

export function createMirrorHosts(): MirrorHosts {
  const first = new Map<string, Known>();
  /** The first pages under each path, and all pages by path and text. */
  const ofPath = new Map<string, Known[]>();
  const byText = new Map<string, string>();
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
  const findOnPath = (key: string, url: string, contentHash: string, content: PageContent | undefined): string | null => {
    const [path = ""] = key.split("?", 1);
    const others = ofPath.get(path) ?? [];
    // A page without text, such as the frame of an app, says nothing about whether two addresses are one page.
    const saysSomething = content?.blocks.some(({ kind }) => kind !== "title" && kind !== "social") ?? false;
    if (content && saysSomething) {
      const alike = others.find((known) => isSameText(content, url, known))?.url ?? byText.get(`${path} ${contentHash}`) ?? url;
      if (alike !== url) return alike;
    }
    if (others.length < COMPARED_PER_PATH && others.every((known) => known.url !== url))
      ofPath.set(path, [...others, { url, contentHash }]);
    byText.set(`${path} ${contentHash}`, url);
    return null;
  };
  return {
    contentAt: (url) => first.get(mirrorKey(url))?.contentHash ?? null,
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
        return findOnPath(key, url, contentHash, content);
      }
      const isSame = known.contentHash === contentHash || (content !== undefined && isSameText(content, url, known));
      compare(url, known.url, isSame);
      return isSame ? known.url : null;
    },
  };
}

function isSameText(content: PageContent, url: string, known: Known): boolean {
  return known.url !== url && contentHashesAt(content, url, known.url).includes(known.contentHash);
}

function originOf(url: string): string {
  return /^https?:\/\/[^/?#]*/.exec(url)?.[0] ?? "";
}
