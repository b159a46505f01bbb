import { escapeNonAscii, normalisePercentEncoding } from "./canonical-url.ts";
import { makeWildcard } from "./wildcard.ts";

export type ScopeRules = {
  startUrl: string;
  /** Wildcard patterns on path and query; if there are any, a page must match one. */
  include: readonly string[];
  /** Wildcard patterns on path and query; a page must match none. */
  exclude: readonly string[];
};

/**
 * Returns a function that is true for addresses that belong to a Site.
 * - The same host and port as the start URL; `www.example.com` and `example.com`, http and https are one site.
 * - If the start URL's path is a folder (`/en/`, or its index page `/en/index.html`), only what is in it. `/en` may be a page,
 * so it does not limit the Site.
 * - Then include and exclude patterns. `*` matches any text; a pattern without `*` also matches everything below it (`/blog`
 * matches `/blog`, `/blog/news` and `/blog?page=2`, not `/blogging`). User patterns never become regular expressions.
 * The start URL itself always belongs.
 */
export function makeScope({ startUrl, include, exclude }: ScopeRules): (url: string) => boolean {
  const start = new URL(startUrl);
  const site = siteOf(start);
  const folder = folderOf(start.pathname);
  const included = include.map(makePathPattern);
  const excluded = exclude.map(makePathPattern);
  return (address) => {
    const url = URL.parse(address);
    if (!url || siteOf(url) !== site) return false;
    if (url.pathname === start.pathname && url.search === start.search) return true;
    if (!`${url.pathname}/`.startsWith(folder)) return false;
    const path = normalisePercentEncoding(url.pathname + url.search);
    if (included.length > 0 && !included.some((matches) => matches(path))) return false;
    return !excluded.some((matches) => matches(path));
  };
}

/** True if two addresses have the same host and port, ignoring `www.` and http or https. */
export function isSameSite(a: URL, b: URL): boolean {
  const site = siteOf(a);
  return site !== null && site === siteOf(b);
}

/** Returns host and port without `www.`, or null for other schemes. A URL object omits default ports. */
function siteOf(url: URL): string | null {
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  return url.host.replace(/^www\./, "");
}

function folderOf(path: string): string {
  const folder = path.replace(/\/(?:index|default)\.[a-z]{2,5}$/i, "/");
  return folder.endsWith("/") ? folder : "/";
}

/** Parses a typed pattern: with or without the site's address before it, or only a part (`print=1`). */
export function makePathPattern(typed: string): (path: string) => boolean {
  const path = typed.trim().replace(/^https?:\/\/[^/]*/i, "");
  const pattern = normalisePercentEncoding(path === "" ? "/" : escapeNonAscii(path));
  if (pattern.includes("*")) return makeWildcard(/^[/*]/.test(pattern) ? pattern : `*${pattern}`);
  if (!pattern.startsWith("/")) return makeWildcard(`*${pattern}*`);
  const bare = pattern.length > 1 && pattern.endsWith("/") ? pattern.slice(0, -1) : pattern;
  return (candidate) => candidate === bare || [`${bare}/`, `${bare}?`].some((start) => candidate.startsWith(start));
}
