import type { Element } from "domhandler";
import { upgradeInsecure, upgradesInsecure } from "../../url/upgrade-insecure.ts";
import { hasRel } from "../html/link-attributes.ts";
import type { PageSource } from "../page-source.ts";

/** Relations of `<link>` whose targets a page does not load. */
const UNLOADED_RELS = ["canonical", "alternate", "next", "prev", "license", "author", "help", "search"];

/**
 * Returns the function that gives the address which a browser requests for one on a page. It is another one only where the page asks for
 * `upgrade-insecure-requests`: then all that it loads, its forms and links to its own host use https.
 */
export function upgraderOf(
  elements: readonly Element[],
  base: string,
  source: PageSource,
): (url: string, from: Element) => string {
  const isAsked = source.upgradesInsecure || elements.some(hasUpgradingPolicy);
  if (!isAsked) return (url) => url;
  const { hostname } = new URL(base);
  return (url, { name, attribs }) => {
    const isVisited = name === "a" || name === "area" || name === "meta";
    if (isVisited && URL.parse(url)?.hostname !== hostname) return url;
    return name === "link" && UNLOADED_RELS.some((rel) => hasRel(attribs.rel, rel)) ? url : upgradeInsecure(url);
  };
}

function hasUpgradingPolicy({ name, attribs }: Element): boolean {
  return (
    name === "meta" &&
    attribs["http-equiv"]?.trim().toLowerCase() === "content-security-policy" &&
    upgradesInsecure(attribs.content ?? "")
  );
}
