import { decodeIfValid } from "../../url/decode-if-valid.ts";
import { pageName } from "../sites/site-name.ts";
import { isPlaceholder, type Placeholder, patternFault, splitPattern } from "./edit-pattern.ts";
import { editorOf } from "./editors.ts";

type EditedPage = { url: string; title: string };

/**
 * Returns the address at which a page can be edited, by the pattern of its Site; null if the pattern is wrong, the page has no
 * part that the pattern names, or the page is not on the web. A page's address and title come from the site and are never
 * trusted: they cannot change the scheme or the host that the pattern sets.
 */
export function editUrlOf(pattern: string, { url, title }: EditedPage): string | null {
  const page = URL.parse(url);
  if (page === null || !isWeb(page) || patternFault(pattern) !== null) return null;
  const exact = editorOf(pattern)?.exactPath?.(page);
  const filled = exact ? `${page.origin}${exact}` : fill(pattern, page, title);
  const result = filled === null ? null : URL.parse(filled);
  const base = baseUrl(pattern, page);
  if (result === null || base === null || !isWeb(result) || result.origin !== base.origin) return null;
  return result.username === "" && result.password === "" ? result.href : null;
}

function isWeb({ protocol }: URL): boolean {
  return protocol === "https:" || protocol === "http:";
}

/** Returns the address that only the pattern's scheme and host make, with nothing of the page but its host. */
function baseUrl(pattern: string, page: URL): URL | null {
  const base = splitPattern(pattern)?.base ?? "";
  return URL.parse(base === "{origin}" || base === "{url}" ? page.origin : base.replaceAll("{host}", page.host));
}

function fill(pattern: string, page: URL, title: string): string | null {
  const values: Record<Placeholder, string> = {
    url: `${page.origin}${page.pathname}`,
    origin: page.origin,
    host: page.host,
    path: page.pathname,
    slug: slugOf(page),
    title: pageName(title),
  };
  let isMissing = false;
  const filled = pattern.replace(/\{([^{}]*)\}/gu, (whole, name: string, at: number) => {
    if (!isPlaceholder(name)) return whole;
    const value = values[name];
    if (value === "") isMissing = true;
    const before = pattern.slice(0, at);
    if (at === 0 || (name === "host" && !/[?#]/u.test(before) && isInBase(before))) return value;
    const isInPath = name === "path" && !/[?#]/u.test(before);
    // A path after a slash would begin with two, which some servers read as a host.
    if (isInPath) return before.endsWith("/") ? value.replace(/^\/+/u, "") : value;
    return encodeURIComponent(value.toWellFormed());
  });
  return isMissing ? null : filled;
}

function isInBase(before: string): boolean {
  return /^https?:\/\/[^/?#]*$/iu.test(before);
}

/** Returns the last part of the path without its ending: "opening-hours" of "/visit/opening-hours.html". */
function slugOf({ pathname }: URL): string {
  const last = pathname.split("/").findLast((part) => part !== "") ?? "";
  return decodeIfValid(last).replace(/\.(?:html?|php|aspx?)$/iu, "");
}
