import { type Element, isText } from "domhandler";
import { cssUrls } from "./css-urls.ts";
import { maySendForms } from "./form-actions.ts";
import { refreshUrl } from "./refresh-url.ts";
import { srcsetUrls } from "./srcset.ts";

/**
 * `<link rel>` values whose target browsers, visitors or search engines fetch. Other hints (preconnect, dns-prefetch) name no
 * resource.
 */
const LINK_RELS = new Set(
  "stylesheet icon apple-touch-icon apple-touch-icon-precomposed mask-icon canonical alternate manifest preload modulepreload next prev license author made help search".split(
    " ",
  ),
);

/** URL attributes by element. */
const URL_ATTRIBUTES = new Map<string, readonly string[]>([
  ["a", ["href", "xlink:href"]],
  ["area", ["href"]],
  ["img", ["src"]],
  ["source", ["src"]],
  ["video", ["src", "poster"]],
  ["audio", ["src"]],
  ["track", ["src"]],
  ["iframe", ["src"]],
  ["frame", ["src"]],
  ["embed", ["src"]],
  ["object", ["data"]],
  ["script", ["src"]],
  ["input", ["src"]],
  ["body", ["background"]],
  ["image", ["href", "xlink:href"]],
  ["use", ["href", "xlink:href"]],
]);

/** `<meta>` names of preview pictures for social networks, chats and Windows. */
const PICTURE_METAS = new Set(
  "og:image og:image:url og:image:secure_url twitter:image twitter:image:src msapplication-tileimage".split(" "),
);

/** Longest inline style sheet that is searched, in UTF-16 code units. */
const MAX_STYLE_LENGTH = 1_000_000;

/** Element names recorded for URLs in style sheets, on any element, and for preview pictures. */
export const STYLE = "style";
export const SHARED_PICTURE = "og:image";

/**
 * Element name recorded for a form that sends data unencrypted (`method=post`, http). We must not submit it, and a GET request
 * to its address proves nothing, so it is not requested.
 */
export const UNSAFE_FORM = "form-post";

/** True if a link's target may be requested. */
export function isRequestable({ element }: { element: string }): boolean {
  return element !== UNSAFE_FORM;
}

const OTHERS_WITH_URLS = new Set(["meta", "link", STYLE]);

/** True if the functions below may find a URL on an element; most elements have none. */
export function mayCarryUrls(element: Element): boolean {
  const { name, attribs } = element;
  return URL_ATTRIBUTES.has(name) || OTHERS_WITH_URLS.has(name) || attribs.style !== undefined || maySendForms(element);
}

/** Returns the URLs in an element's attributes as written, except form targets (see `formAction`). */
export function linkAttributes(element: Element): string[] {
  const { name, attribs } = element;
  if (name === "meta") return refreshUrls(attribs);
  if (name === "link")
    return hasFetchedRel(attribs.rel ?? attribs.rev) ? [...urlsOf(attribs.href), ...setOf(attribs.imagesrcset)] : [];
  const urls: string[] = [];
  for (const attribute of URL_ATTRIBUTES.get(name) ?? []) {
    const value = attribs[attribute];
    if (value === undefined || (value === "" && attribute !== "href")) continue;
    // `<use href="#sign">` refers to a part of the page itself.
    if (name === "a" || name === "area" || !value.startsWith("#")) urls.push(value);
  }
  if (name === "img" || name === "source") urls.push(...setOf(attribs.srcset));
  return urls;
}

function urlsOf(attribute: string | undefined): string[] {
  return attribute ? [attribute] : [];
}

function setOf(srcset: string | undefined): string[] {
  return srcset ? srcsetUrls(srcset).slice(0, 100) : [];
}

/** Returns the preview picture: `<meta property="og:image" content="/loaf.jpg">`. */
export function sharedPicture({ name, attribs }: Element): string[] {
  if (name !== "meta" || !attribs.content?.trim()) return [];
  const isPicture = [attribs.property, attribs.name].some((value) => PICTURE_METAS.has(value?.trim().toLowerCase() ?? ""));
  return isPicture ? [attribs.content] : [];
}

/** Returns the URLs in an element's `style` attribute and in the text of `<style>`. */
export function styleUrls({ name, attribs, children }: Element): string[] {
  const own = attribs.style?.includes("url(") ? cssUrls(attribs.style.slice(0, MAX_STYLE_LENGTH)) : [];
  if (name !== "style") return own;
  return cssUrls(
    children
      .map((child) => (isText(child) ? child.data : ""))
      .join("")
      .slice(0, MAX_STYLE_LENGTH),
  );
}

/** True if a `rel` attribute contains a word, ignoring case. */
export function hasRel(rel: string | null | undefined, word: string): boolean {
  return rel?.toLowerCase().split(/\s+/).includes(word) ?? false;
}

function hasFetchedRel(rel: string | undefined): boolean {
  return (
    rel
      ?.toLowerCase()
      .split(/\s+/)
      .some((word) => LINK_RELS.has(word)) ?? false
  );
}

/** Returns the target of `<meta http-equiv=refresh content="5; url=/next">`. */
function refreshUrls(attribs: Element["attribs"]): string[] {
  if (attribs["http-equiv"]?.trim().toLowerCase() !== "refresh") return [];
  const url = refreshUrl(attribs.content ?? "");
  return url === null ? [] : [url];
}
