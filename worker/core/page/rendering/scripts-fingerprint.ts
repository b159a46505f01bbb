import type { Element } from "domhandler";
import { hashOf } from "../../text/text-hash.ts";
import { automaticHandlers, isScripting, textOf } from "../html/is-scripted.ts";
import { makeQuotedEnd } from "../html/quoted-end.ts";

/** Of an inline script or style, so much counts; what it does stands at its beginning, what it does it with behind. */
const MAX_CODE = 20_000;

/**
 * Which scripts and style sheets a page has that may change what it says, as a short text: empty where there are none. Two pages of one
 * template have the same; a new build of a site's scripts has another. `base`: what relative addresses start from.
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
 * A script without the data in it: `var page = {id: 7, tags: ["a", "b"]}` and `var page = {id: 12, tags: []}` do the same to two pages.
 * Texts and numbers go, and then the brackets and commas that held them.
 */
function shapeOf(code: string): string {
  return withoutTexts(code.slice(0, MAX_CODE))
    .replace(/\d+/g, "_")
    .replace(/[\s_,:.{}[\]-]+/g, "_");
}

/** Only those in backquotes go over several lines. */
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
