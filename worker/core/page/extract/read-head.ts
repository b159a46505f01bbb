import { type Element, isText } from "domhandler";
import { canonicalLanguage, declaredLanguage } from "../../language/declared-language.ts";
import { hasRel } from "../html/link-attributes.ts";
import { resolveLink } from "./read-links.ts";
import { finishRun } from "./run-text.ts";

/** Metadata of a page. */
export type PageHead = {
  title: string;
  lang: string | null;
  /** Base URL for links: the first `<base href>`, else the page's own address. */
  base: string;
  canonical: string | null;
  /** See `PageContent`. */
  related: string[];
  feeds: string[];
};

/** Elements that carry metadata. */
const TELLING = new Set(["html", "title", "base", "meta", "link"]);

/** Reads a page's metadata from its elements in source order. `url` is the address of the page. */
export function readHead(all: readonly Element[], url: string, encoding?: string): PageHead {
  const elements = all.filter(({ name }) => TELLING.has(name));
  const first = (found: (element: Element) => boolean) => elements.find(found);
  const baseHref = first((element) => element.name === "base" && "href" in element.attribs)?.attribs.href;
  const base = (baseHref !== undefined && resolveLink(baseHref, url, encoding)) || url;
  const canonicalHref = first((element) => element.name === "link" && hasRel(element.attribs.rel, "canonical"))?.attribs.href;
  const title = first((element) => element.name === "title" && !isSvg(element));
  const linked = (wanted: (element: Element) => boolean) =>
    headLinks(elements, (href) => resolveLink(href, base, encoding), wanted);
  return {
    title: title ? (finishRun([textOf(title)])[0] ?? "") : "",
    lang: pageLanguage(elements),
    base,
    canonical: canonicalHref ? resolveLink(canonicalHref, base, encoding) : null,
    related: linked(isRelated),
    feeds: linked(isFeed),
  };
}

/** Returns `<html lang>`, else the pragma `<meta http-equiv=content-language>` (HTML Standard, "the lang attribute"). */
function pageLanguage(elements: readonly Element[]): string | null {
  const root = elements.find((element) => element.name === "html");
  const declared = root && declaredLanguage(root);
  if (declared !== undefined) return declared;
  const pragma = elements.find((element) => element.name === "meta" && httpEquiv(element) === "content-language");
  const value = pragma?.attribs.content ?? "";
  return value.includes(",") ? null : canonicalLanguage(value);
}

/** Maximum number of head links of one kind; more are a mistake or an attack. */
const MAX_HEAD_LINKS = 200;
const FEED_TYPES = /^application\/(?:rss|atom)\+xml\b/i;

function headLinks(
  elements: readonly Element[],
  resolve: (href: string) => string | null,
  wanted: (element: Element) => boolean,
): string[] {
  const found = elements.filter((element) => element.name === "link" && wanted(element)).slice(0, MAX_HEAD_LINKS);
  return [...new Set(found.map(({ attribs }) => resolve(attribs.href ?? "")).filter((url) => url !== null))];
}

function isRelated({ attribs }: Element): boolean {
  const isPage = /^\s*(?:text\/html\b.*)?$/i.test(attribs.type ?? "");
  const isOtherLanguage = hasRel(attribs.rel, "alternate") && attribs.hreflang !== undefined && isPage;
  return isOtherLanguage || hasRel(attribs.rel, "next") || hasRel(attribs.rel, "prev");
}

function isFeed({ attribs }: Element): boolean {
  return hasRel(attribs.rel, "sitemap") || (hasRel(attribs.rel, "alternate") && FEED_TYPES.test(attribs.type ?? ""));
}

function httpEquiv(element: Element): string | undefined {
  return element.attribs["http-equiv"]?.trim().toLowerCase();
}

function isSvg(element: Element): boolean {
  return element.namespace === "http://www.w3.org/2000/svg";
}

function textOf(element: Element): string {
  return element.children.map((child) => (isText(child) ? child.data : "")).join("");
}
