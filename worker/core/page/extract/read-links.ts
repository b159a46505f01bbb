import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { cutOff } from "../../cut-off.ts";
import { encodeQuery } from "../../url/encode-query.ts";
import { malformedAddress } from "../../url/malformed-address.ts";
import { pushReversed } from "../html/composed-tree.ts";
import { formAction } from "../html/form-actions.ts";
import {
  linkAttributes,
  mayCarryUrls,
  SHARED_PICTURE,
  STYLE,
  sharedPicture,
  styleUrls,
  UNSAFE_FORM,
} from "../html/link-attributes.ts";
import { refreshUrl } from "../html/refresh-url.ts";
import type { PageLink } from "../page-content.ts";
import type { PageSource } from "../page-source.ts";
import { upgraderOf } from "./upgrade-links.ts";

/** Maximum number of links on one page; more set `truncated`. */
const MAX_LINKS = 20_000;
/** Longest target: the database looks targets up by address, and PostgreSQL cannot index longer ones. */
const MAX_LINK_LENGTH = 2_500;
const MAX_LINK_TEXT = 200;
/** Maximum total length of one page's links, selectors included, in UTF-16 code units. */
const MAX_LINKS_LENGTH = 20_000_000;

/** Path of links that Cloudflare's script replaces with an e-mail address. Without the script, nothing is there. */
const HIDDEN_MAIL_ADDRESS = "/cdn-cgi/l/email-protection";

/**
 * Reads all http(s), mailto and tel URLs in a page's elements and styles, hidden ones included: a menu that opens on a click
 * has links as well. Malformed web addresses are returned as written; javascript, data and other schemes are skipped.
 * `truncated`: there are more links.
 */
export function readLinks(
  elements: readonly Element[],
  { base, selectorOf, source }: Reading,
): { links: PageLink[]; truncated: boolean } {
  const resolve = remember((href: string) => resolveLink(href, base, source.encoding) ?? resolveContact(href));
  const upgrade = upgraderOf(elements, base, source);
  const links = refreshLink(source.refresh, resolve);
  let length = 0;
  for (const { element, href, name } of hrefsOf(elements)) {
    const resolved = resolve(href) ?? (name === STYLE || name === UNSAFE_FORM ? null : resolveMalformed(href));
    const url = resolved && upgrade(resolved, element);
    if (url === null || url.includes(HIDDEN_MAIL_ADDRESS) || (name === UNSAFE_FORM && !url.startsWith("http:"))) continue;
    const rel = element.attribs.rel ?? null;
    const text = name === STYLE ? "" : linkText(element);
    const link = { url, href, text, element: name, rel, selector: selectorOf(element) };
    length += url.length + href.length + text.length + (rel?.length ?? 0) + link.selector.length;
    if (links.length >= MAX_LINKS || length > MAX_LINKS_LENGTH) return { links, truncated: true };
    links.push(link);
  }
  return { links, truncated: false };
}

type Reading = { base: string; selectorOf: (element: Element) => string; source: PageSource };

/** Returns the link of a Refresh header, which leads visitors on like `<meta http-equiv=refresh>`. */
function refreshLink(refresh: string | undefined, resolve: (href: string) => string | null): PageLink[] {
  const href = refresh === undefined ? null : refreshUrl(refresh);
  const url = href === null ? null : resolve(href);
  return href === null || url === null ? [] : [{ url, href, text: "", element: "meta", rel: null, selector: "head" }];
}

/** Caches resolved URLs, because pages repeat many links, such as those of the navigation. */
function remember(resolve: (href: string) => string | null): (href: string) => string | null {
  const known = new Map<string, string | null>();
  return (href) => {
    let url = known.get(href);
    if (url === undefined) {
      url = resolve(href);
      known.set(href, url);
    }
    return url;
  };
}

function* hrefsOf(elements: readonly Element[]) {
  for (const element of elements) {
    if (!mayCarryUrls(element)) continue;
    for (const href of linkAttributes(element)) yield { element, href, name: element.name };
    const form = formAction(element);
    if (form) yield { element, href: form.href, name: form.isPost ? UNSAFE_FORM : "form" };
    for (const href of sharedPicture(element)) yield { element, href, name: SHARED_PICTURE };
    for (const href of styleUrls(element)) yield { element, href, name: STYLE };
  }
}

/** Resolves an attribute's value to an absolute http(s) URL with its fragment; null if it is not one. `encoding`: the document's. */
export function resolveLink(href: string, base: string, encoding?: string): string | null {
  if (href.length > MAX_LINK_LENGTH) return null;
  const url = URL.parse(encodeQuery(href, encoding), base);
  return url && (url.protocol === "http:" || url.protocol === "https:") && url.href.length <= MAX_LINK_LENGTH ? url.href : null;
}

/** Returns a mailto or tel URL as written, with its scheme in lower case; null for other schemes. */
function resolveContact(href: string): string | null {
  if (href.length > MAX_LINK_LENGTH) return null;
  const found = /^(mailto|tel):(.*)$/is.exec(href.replace(/[\t\n\r]/g, "").trim());
  return found ? `${found[1]?.toLowerCase()}:${found[2]}` : null;
}

/** Returns a malformed web address as written; null for all others. */
function resolveMalformed(href: string): string | null {
  return href.length > MAX_LINK_LENGTH ? null : (malformedAddress(href)?.address ?? null);
}

/** Returns the text of a link including the alt texts of its pictures, else its label. Reads at most 500 nodes. */
function linkText(element: Element): string {
  if (element.name === "img" || element.name === "area" || element.name === "input") return shorten(element.attribs.alt ?? "");
  if (element.name !== "a") return shorten(element.attribs.title ?? "");
  let text = "";
  const open: ChildNode[] = [];
  pushReversed(open, element.children.slice(0, 500));
  for (let steps = 0; steps < 500 && text.length < 4 * MAX_LINK_TEXT; steps += 1) {
    const node = open.pop();
    if (!node) break;
    if (isText(node)) text += node.data.slice(0, 4 * MAX_LINK_TEXT);
    else if (isTag(node) && node.name === "img") text += ` ${node.attribs.alt ?? ""} `;
    else if (isTag(node) && node.name !== "script" && node.name !== "style") pushReversed(open, node.children.slice(0, 500));
  }
  return shorten(text) || shorten(element.attribs["aria-label"] ?? element.attribs.title ?? "");
}

function shorten(text: string): string {
  const collapsed = text
    .slice(0, 8 * MAX_LINK_TEXT)
    .replace(/\s+/g, " ")
    .trim();
  return cutOff(collapsed, MAX_LINK_TEXT);
}
