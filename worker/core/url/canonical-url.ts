import { isSessionParameter, isTrackingParameter, SESSION_FOLDER, SESSION_PATH_PARAMETER } from "./tracking-parameters.ts";

/** Longest address: longer ones are traps (calendars, endless filters) more often than pages. */
export const MAX_URL_LENGTH = 2000;

/** Client-side route. `#/` alone is the app's first page. Ids of elements never look like this. */
const ROUTE = /^#!?\/./;

/**
 * Returns the canonical address of a page, or null if `href` is not an http(s) address or is too long. Resolves against `base`
 * (WHATWG URL), then drops the fragment (except a client-side route: `#/about`, `#!/about`), credentials, default port, dot
 * segments, tracking parameters, session ids and an empty query, and normalises percent-encoding. Keeps the order of the query,
 * which may matter to servers. `kept`: names of parameters that look like session ids and are none.
 */
export function canonicalUrl(href: string, base?: string, kept?: ReadonlySet<string>): string | null {
  if (href.length > 4 * MAX_URL_LENGTH) return null;
  const url = URL.parse(href, base);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  // Each assignment parses the address again, and most addresses need none.
  if (url.href.includes("#") && !ROUTE.test(url.hash)) url.hash = "";
  if (url.href.includes("@")) {
    url.username = "";
    url.password = "";
  }
  if (/[%;]|\/\(/.test(url.pathname)) url.pathname = normalisePercentEncoding(withoutSessionInPath(url.pathname));
  if (url.href.includes("?")) url.search = normalisePercentEncoding(withoutTracking(url.search, kept));
  return url.href.length > MAX_URL_LENGTH ? null : url.href;
}

/** Removes a fragment that is not a route. Cheaper than `canonicalUrl`, for comparing addresses. */
export function withoutAnchor(url: string): string {
  const at = url.indexOf("#");
  return at === -1 || ROUTE.test(url.slice(at)) ? url : url.slice(0, at);
}

/** Removes the route from a canonical address, which gives the address of the page that the server sends. */
export function withoutRoute(url: string): string {
  return url.split("#", 1)[0] ?? url;
}

function withoutSessionInPath(pathname: string): string {
  return pathname.replace(SESSION_PATH_PARAMETER, "").replace(SESSION_FOLDER, "") || "/";
}

function withoutTracking(search: string, keptNames?: ReadonlySet<string>): string {
  const kept = search
    .slice(1)
    .split("&")
    .filter((pair) => {
      const [name = "", value = ""] = pair.split("=");
      if (keptNames?.has(name)) return true;
      return pair !== "" && !isTrackingParameter(name) && !isSessionParameter(name, value);
    });
  return kept.join("&");
}

/**
 * Normalises percent-encoding (RFC 3986, 6.2.2): upper-case digits, and letters, digits, `-._~` unencoded (`%7euser` and
 * `~user` are one page). WHATWG URL parsing has already resolved encoded dot segments.
 */
export function normalisePercentEncoding(part: string): string {
  return part.replace(/%([0-9a-f]{2})/gi, (encoded, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : encoded.toUpperCase();
  });
}

/** Percent-encodes everything but printable ASCII in a typed pattern, as addresses do. */
export function escapeNonAscii(text: string): string {
  return text.toWellFormed().replace(/[^!-~]/gu, (character) => encodeURIComponent(character));
}
