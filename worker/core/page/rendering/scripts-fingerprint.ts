import type { Element } from "domhandler";
import { hashOf } from "../../text/text-hash.ts";
import { automaticHandlers, isScripting, textOf } from "../html/is-scripted.ts";
import { makeQuotedEnd } from "../html/quoted-end.ts";

/** Length up to which an inline script or style counts: its code usually comes first, its data later. */
const MAX_CODE = 20_000;

/**
 * Returns a short fingerprint of the scripts and style sheets that may change a page's text; empty if there are none. Pages of
 * one template share it, and a new build of a site's scripts changes it. `base`: base URL for relative addresses.
 */
export function scriptsFingerprint(elements: readonly Element[], base: string): string {
  const parts = new Set(elements.filter(isScripting).map((element) => partOf(element, base)));
  return parts.size === 0 ? "" : hashOf([...parts].sort()).slice(0, 12);
}

function partOf(element: Element, base: string): string {
  const { name, attribs } = element;
  const address = name === "script" ? attribs.src : name === "link" ? attribs.href : undefined;
  if (address !== undefined) return `${name} ${URL.parse(address, base)?.href ?? address}`;
  if (name === "script" || name === "style") return `${name} ${shapeOf(textOf(element))}`;
  return `on ${automaticHandlers(element).join(" ")}`;
}

/**
 * Returns a script without its data: `var page = {id: 7, tags: ["a", "b"]}` and `var page = {id: 12, tags: []}` have the same
 * effect. Removes strings and numbers, then brackets and commas.
 */
function shapeOf(code: string): string {
  return withoutTexts(code.slice(0, MAX_CODE))
    .replace(/\d+/g, "_")
    .replace(/[\s_,:.{}[\]-]+/g, "_");
}

/** Removes string literals. Only those in backquotes may span several lines. */
function withoutTexts(code: string): string {
  const quotedEnd = makeQuotedEnd(code, (mark) => mark !== "`");
  let kept = "";
  let from = 0;
  for (const { index } of code.matchAll(/["'`]/g)) {
    if (index < from) continue;
    const end = quotedEnd(index);
    if (end === -1) continue;
    kept += `${code.slice(from, index)}_`;
    from = end;
  }
  return kept + code.slice(from);
}
