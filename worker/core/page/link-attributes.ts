import type { Element } from "domhandler";
import { srcsetUrls } from "./srcset.ts";

/** `<link rel>` values whose target visitors or search engines fetch; hints (preconnect, dns-prefetch, preload) name no resource to check. */
const LINK_RELS = new Set(
  "stylesheet icon apple-touch-icon mask-icon canonical alternate manifest next prev license author help search".split(" "),
);

/** Attributes of an element that carry one URL each. */
const URL_ATTRIBUTES = new Map<string, readonly string[]>([
  ["a", ["href", "xlink:href"]],
  ["area", ["href"]],
  ["img", ["src"]],
  ["source", ["src"]],
  ["video", ["src", "poster"]],
  ["audio", ["src"]],
  ["track", ["src"]],
  ["iframe", ["src"]],
  ["embed", ["src"]],
  ["object", ["data"]],
  ["script", ["src"]],
  ["form", ["action"]],
  ["input", ["src"]],
]);

/** Every URL that an element carries, as it stands in its attributes. */
export function linkAttributes(element: Element): string[] {
  const { name, attribs } = element;
  if (name === "meta") return refreshUrl(attribs);
  if (name === "link") return hasFetchedRel(attribs.rel) && attribs.href ? [attribs.href] : [];
  const urls: string[] = [];
  for (const attribute of URL_ATTRIBUTES.get(name) ?? []) {
    const value = attribs[attribute];
    if (value !== undefined && (value !== "" || attribute === "href")) urls.push(value);
  }
  if ((name === "img" || name === "source") && attribs.srcset) urls.push(...srcsetUrls(attribs.srcset).slice(0, 100));
  return urls;
}

/** Whether a `rel` attribute holds a word, which are separated by white space and know no case. */
export function hasRel(rel: string | undefined, word: string): boolean {
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

/** `<meta http-equiv=refresh content="5; url=/next">`. */
function refreshUrl(attribs: Element["attribs"]): string[] {
  if (attribs["http-equiv"]?.trim().toLowerCase() !== "refresh") return [];
  const url = /^[\d.]*\s*[;,]\s*url\s*=\s*(.+)$/is.exec((attribs.content ?? "").slice(0, 10_000).trim())?.[1];
  return url ? [url.replace(/^(['"])(.*?)\1.*$/s, "$2")] : [];
}
