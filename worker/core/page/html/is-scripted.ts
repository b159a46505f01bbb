import { type Element, isText } from "domhandler";
import { hasRel } from "./link-attributes.ts";

const SCRIPT_TYPE =
  /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.\d|jscript|livescript))$/i;

/** Handlers that run without anything the visitor does. A click handler changes nothing before the click. */
const AUTOMATIC_HANDLERS = new Set([
  "onload",
  "onloadstart",
  "onloadeddata",
  "onloadedmetadata",
  "oncanplay",
  "onerror",
  "onpageshow",
  "onreadystatechange",
  "ontoggle",
  "onfocus",
  "onresize",
  "onscroll",
  "onanimationstart",
  "onanimationend",
  "onanimationiteration",
  "ontransitionend",
  "onbegin",
]);

/** Words without which a style sheet hides nothing that the extractor reads. Written with CSS escapes they would be missed: no one does. */
const HIDING_CSS = /display|visibility|@import/i;

/**
 * True if an element may make the page say something else in a browser than in its HTML:
 * - scripts that browsers run (not JSON-LD, templates and other data blocks), and handlers that fire by themselves;
 * - style sheets for the screen: they may hide text. A `<style>` that never names display or visibility cannot.
 */
export function isScripting(element: Element): boolean {
  const { name, attribs } = element;
  if (name === "script") return SCRIPT_TYPE.test((attribs.type ?? "").split(";", 1)[0]?.trim() ?? "");
  if (name === "link" && hasRel(attribs.rel, "stylesheet")) return isForScreen(attribs.media);
  if (name === "style") return isForScreen(attribs.media) && HIDING_CSS.test(textOf(element));
  for (const attribute in attribs) if (AUTOMATIC_HANDLERS.has(attribute)) return true;
  return false;
}

/** Those attributes of an element that run by themselves. */
export function automaticHandlers({ attribs }: Element): string[] {
  return [...AUTOMATIC_HANDLERS].filter((handler) => handler in attribs);
}

function isForScreen(media: string | undefined): boolean {
  return media?.trim().toLowerCase() !== "print";
}

/** The text of a script or style sheet. */
export function textOf(element: Element): string {
  return element.children.map((child) => (isText(child) ? child.data : "")).join("");
}
