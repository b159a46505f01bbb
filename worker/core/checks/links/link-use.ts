import { hasRel, STYLE, UNSAFE_FORM } from "../../page/html/link-attributes.ts";
import type { PageLink } from "../../page/page-content.ts";

/** Elements whose targets a page loads by itself. Visitors only follow the others. */
const LOADED = new Set("img source video audio track iframe frame embed object script input body image use".split(" ")).add(
  STYLE,
);
/** Elements whose targets run in the page; browsers block these if they are insecure. */
const RUNS = new Set("script iframe frame embed object link".split(" "));
const LOADED_RELS = ["stylesheet", "icon", "apple-touch-icon", "apple-touch-icon-precomposed", "mask-icon", "manifest"];

/** True if a page loads the target itself (a picture, a script), so that it is a part of the page. */
export function isPartOfPage({ element, rel }: Pick<PageLink, "element" | "rel">): boolean {
  return LOADED.has(element) || (element === "link" && LOADED_RELS.some((word) => hasRel(rel, word)));
}

const FRAMES = new Set(["iframe", "frame"]);

/** True if every browser that shows the page requests the target as a file: robots.txt is for crawlers that look for pages. */
export function isFileOfPage(use: Pick<PageLink, "element" | "rel">): boolean {
  return isPartOfPage(use) && !FRAMES.has(use.element);
}

/**
 * Returns the reason if a secure page would load this target, or send form data to it, without encryption. Returns null
 * otherwise.
 */
export function unsafeUse(pageUrl: string, target: string, use: Pick<PageLink, "element" | "rel">): string | null {
  if (!isPlainHttp(target) || !pageUrl.startsWith("https:")) return null;
  if (use.element === "form" || use.element === UNSAFE_FORM)
    return "This form sends what visitors type without encryption (http), and browsers warn about it.";
  if (!isPartOfPage(use)) return null;
  return RUNS.has(use.element)
    ? "Your page is secure (https) but loads this file without encryption (http), so browsers block it."
    : "Your page is secure (https) but loads this file without encryption (http), so browsers may not show it.";
}

/** Loopback addresses count as secure without encryption (W3C Secure Contexts, 3.1). */
function isPlainHttp(target: string): boolean {
  const url = URL.parse(target);
  return url?.protocol === "http:" && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$|\.localhost$/.test(url.hostname);
}
