import { type Element, isText } from "domhandler";
import { hasRel } from "./link-attributes.ts";

const SCRIPT_TYPE =
  /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.\d|jscript|livescript))$/i;

/** Handlers that run without user input. A click handler changes nothing before the click. */
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

/** Words that a style sheet needs to hide text. CSS escapes could disguise them, which does not occur in practice. */
const HIDING_CSS = /display|visibility|@import/i;

/**
 * True if an element may make the page's text in a browser differ from its HTML:
 * - scripts that browsers run (not JSON-LD, templates and other data blocks), and handlers that run without user input;
 * - style sheets for the screen, which may hide text. A `<style>` that never names display or visibility cannot.
 */
export function isScripting(element: Element): boolean {
  const { name, attribs } = element;
  if (name === "script") return SCRIPT_TYPE.test((attribs.type ?? "").split(";", 1)[0]?.trim() ?? "");
  if (name === "link" && hasRel(attribs.rel, "stylesheet")) return isForScreen(attribs.media);
  if (name === "style") return isForScreen(attribs.media) && HIDING_CSS.test(textOf(element));
  for (const attribute in attribs) if (AUTOMATIC_HANDLERS.has(attribute)) return true;
  return false;
}

/** Returns the names of an element's handlers that run without user input. */
export function automaticHandlers({ attribs }: Element): string[] {
  return [...AUTOMATIC_HANDLERS].filter((handler) => handler in attribs);
}

function isForScreen(media: string | undefined): boolean {
  return media?.trim().toLowerCase() !== "print";
}

/** Returns the text of a script or style sheet. */
export function textOf(element: Element): string {
  return element.children.map((child) => (isText(child) ? child.data : "")).join("");
}
