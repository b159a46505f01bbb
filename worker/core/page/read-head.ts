import { type Element, isText } from "domhandler";
import { canonicalLanguage, declaredLanguage } from "./language.ts";
import { hasRel } from "./link-attributes.ts";
import { resolveLink } from "./read-links.ts";
import { finishRun } from "./run-text.ts";

/** What a page says about itself as a whole. */
export type PageHead = {
  title: string;
  lang: string | null;
  /** What links resolve against: the first `<base href>`, else the page's own address. */
  base: string;
  canonical: string | null;
  nofollow: boolean;
};

/** Reads it from all elements of a page, in the order of its source. `url` is the address that the page came from. */
export function readHead(elements: readonly Element[], url: string): PageHead {
  const first = (found: (element: Element) => boolean) => elements.find(found);
  const baseHref = first((element) => element.name === "base" && "href" in element.attribs)?.attribs.href;
  const base = (baseHref !== undefined && resolveLink(baseHref, url)) || url;
  const canonicalHref = first((element) => element.name === "link" && hasRel(element.attribs.rel, "canonical"))?.attribs.href;
  const title = first((element) => element.name === "title" && !isSvg(element));
  return {
    title: title ? (finishRun([textOf(title)])[0] ?? "") : "",
    lang: pageLanguage(elements),
    base,
    canonical: canonicalHref ? resolveLink(canonicalHref, base) : null,
    nofollow: elements.some(forbidsFollowing),
  };
}

/** `<html lang>`, else the pragma `<meta http-equiv=content-language>` (HTML Standard, "the lang attribute"). */
function pageLanguage(elements: readonly Element[]): string | null {
  const root = elements.find((element) => element.name === "html");
  const declared = root && declaredLanguage(root);
  if (declared !== undefined) return declared;
  const pragma = elements.find((element) => element.name === "meta" && httpEquiv(element) === "content-language");
  const value = pragma?.attribs.content ?? "";
  return value.includes(",") ? null : canonicalLanguage(value);
}

function forbidsFollowing(element: Element): boolean {
  if (element.name !== "meta" || element.attribs.name?.trim().toLowerCase() !== "robots") return false;
  const rules = (element.attribs.content ?? "").toLowerCase().split(/[\s,]+/);
  return rules.includes("nofollow") || rules.includes("none");
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
