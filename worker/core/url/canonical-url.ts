import { isSessionParameter, isTrackingParameter, SESSION_PATH_PARAMETER } from "./tracking-parameters.ts";

/** Longer addresses are traps (calendars, endless filters) more often than pages. */
export const MAX_URL_LENGTH = 2000;

/** `#/` alone is the program's first page. Ids of elements never look so. */
const ROUTE = /^#!?\/./;

/**
 * The one address under which a page is known, or null where `href` is no http(s) address or is too long.
 * Resolves against `base` (WHATWG URL), then drops the fragment (but a route that a program in the page may show: `#/about`, `#!/about`), user name and password, default port, dot segments, tracking parameters,
 * session ids and an empty query, and writes percent-encoding in one way. The order of the query stays: servers may care.
 */
export function canonicalUrl(href: string, base?: string): string | null {
  if (href.length > 4 * MAX_URL_LENGTH) return null;
  const url = URL.parse(href, base);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  // Each assignment parses the address anew, and most addresses need none.
  if (url.href.includes("#") && !ROUTE.test(url.hash)) url.hash = "";
  if (url.href.includes("@")) {
    url.username = "";
    url.password = "";
  }
  if (/[%;]/.test(url.pathname)) url.pathname = normalisePercentEncoding(url.pathname.replace(SESSION_PATH_PARAMETER, ""));
  if (url.href.includes("?")) url.search = normalisePercentEncoding(withoutTracking(url.search));
  return url.href.length > MAX_URL_LENGTH ? null : url.href;
}

/** An address without its fragment, unless that is a route. Cheaper than `canonicalUrl`, for telling addresses apart. */
export function withoutPlace(url: string): string {
  const at = url.indexOf("#");
  return at === -1 || ROUTE.test(url.slice(at)) ? url : url.slice(0, at);
}

/** A canonical address without its route: of the page that the server sends for it. */
export function withoutRoute(url: string): string {
  return url.split("#", 1)[0] ?? url;
}

function withoutTracking(search: string): string {
  const kept = search
    .slice(1)
    .split("&")
    .filter((pair) => {
      const [name = "", value = ""] = pair.split("=");
      return pair !== "" && !isTrackingParameter(name) && !isSessionParameter(name, value);
    });
  return kept.join("&");
}

/**
 * RFC 3986, 6.2.2: upper-case hexadecimal digits, and letters, digits, `-._~` unencoded (`%7euser` and `~user` are one page).
 * Segments that are an encoded dot are gone by now: WHATWG URL parsing resolves them.
 */
export function normalisePercentEncoding(part: string): string {
  return part.replace(/%([0-9a-f]{2})/gi, (encoded, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : encoded.toUpperCase();
  });
}

/** A pattern that a person wrote, with all that is no printable ASCII percent-encoded, as it is in addresses. */
export function escapeNonAscii(text: string): string {
  return text.toWellFormed().replace(/[^!-~]/gu, (character) => encodeURIComponent(character));
}
