import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { cutOff } from "../../cut-off.ts";
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
import type { PageLink } from "../page-content.ts";

/** More links than this on one page are left out (`truncated`). */
const MAX_LINKS = 20_000;
/** A target is found again by its address, and PostgreSQL has no index for longer ones. */
const MAX_LINK_LENGTH = 2_500;
const MAX_LINK_TEXT = 200;
/** Most that one page's links may hold together, selectors included, in UTF-16 code units. */
const MAX_LINKS_LENGTH = 20_000_000;

/** Where Cloudflare's script puts a mail address in a visitor's browser; nothing is to be found there without it. */
const HIDDEN_MAIL_ADDRESS = "/cdn-cgi/l/email-protection";

/**
 * Every http(s), mailto and tel URL that a page's elements and styles carry, hidden ones included: a menu that opens on a click has links
 * as well. What was meant for one and no browser can read is told as it stands; javascript, data and the like are left out. `truncated`:
 * there are more.
 */
export function readLinks(
  elements: readonly Element[],
  base: string,
  selectorOf: (element: Element) => string,
): { links: PageLink[]; truncated: boolean } {
  const links: PageLink[] = [];
  const resolve = remember((href: string) => resolveLink(href, base) ?? resolveContact(href));
  let length = 0;
  for (const { element, href, name } of hrefsOf(elements)) {
    const url = resolve(href) ?? (name === STYLE || name === UNSAFE_FORM ? null : resolveMalformed(href));
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

/** The navigation at the top of a page stands at its bottom, too. */
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

/** The absolute http(s) address of an attribute's value, fragment kept; null where it is none. */
export function resolveLink(href: string, base: string): string | null {
  if (href.length > MAX_LINK_LENGTH) return null;
  const url = URL.parse(href, base);
  return url && (url.protocol === "http:" || url.protocol === "https:") && url.href.length <= MAX_LINK_LENGTH ? url.href : null;
}

/** A mail address or telephone number to call, as it stands, its scheme in lower case; null for all other addresses. */
function resolveContact(href: string): string | null {
  if (href.length > MAX_LINK_LENGTH) return null;
  const found = /^(mailto|tel):(.*)$/is.exec(href.replace(/[\t\n\r]/g, "").trim());
  return found ? `${found[1]?.toLowerCase()}:${found[2]}` : null;
}

/** An address that leads nowhere, as it stands; null for all others. */
function resolveMalformed(href: string): string | null {
  return href.length > MAX_LINK_LENGTH ? null : (malformedAddress(href)?.address ?? null);
}

/** What a visitor reads on the link: its text, with the alternative texts of pictures; else its label. Looks at 500 nodes at most. */
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
