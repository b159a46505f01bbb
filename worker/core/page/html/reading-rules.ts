import type { Element } from "domhandler";
import { isText } from "domhandler";
import { frameBody } from "./frame-content.ts";

/** Attribute that the browser sets, before a page is read, on elements hidden by style sheets. */
export const HIDDEN_ATTRIBUTE = "data-flawless-hidden";

/**
 * Role of an element in its page's text.
 * `prose`: read. `hidden`: ignored. `object`: visible but not checked (code, formulas, text not to be translated).
 * `picture`: replaced content (images, controls), which separates words and is dropped at the ends of a run.
 */
export type Reading = "prose" | "hidden" | "object" | "picture";

const HIDDEN = new Set("script style noscript template datalist rp rt noembed noframes param source track area".split(" "));
const OBJECTS = new Set("code pre kbd samp var tt listing xmp plaintext math".split(" "));
const PICTURES = new Set("img svg picture canvas video audio iframe object embed input textarea progress meter".split(" "));

/** Icon fonts, whose text is the name of a glyph: `<i class="material-icons">arrow_back</i>`. */
const ICON_CLASS = /(?:^|\s)(?:material-icons|material-symbols)/;
const NOTRANSLATE_CLASS = /(?:^|\s)notranslate(?:\s|$)/;
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;

/** Returns an element's role. Style sheets are not evaluated here: the browser marks what they hide with `HIDDEN_ATTRIBUTE`. */
export function readingOf(element: Element): Reading {
  const { name, attribs } = element;
  if (HIDDEN.has(name) || isHidden(name, attribs)) return "hidden";
  if (OBJECTS.has(name)) return "object";
  if ((PICTURES.has(name) && !frameBody(element)) || attribs["aria-hidden"]?.trim().toLowerCase() === "true") return "picture";
  if (isEditable(attribs.contenteditable) || attribs.translate?.toLowerCase() === "no") return "object";
  const classes = attribs.class;
  if (classes !== undefined) {
    if (NOTRANSLATE_CLASS.test(classes)) return "object";
    if (ICON_CLASS.test(classes)) return "picture";
  }
  return name === "sup" && isFootnoteMark(element) ? "picture" : "prose";
}

function isHidden(name: string, attribs: Element["attribs"]): boolean {
  if ("hidden" in attribs || "inert" in attribs || "popover" in attribs || HIDDEN_ATTRIBUTE in attribs) return true;
  if (name === "dialog" && !("open" in attribs)) return true;
  const style = attribs.style;
  return style !== undefined && HIDING_STYLE.test(style);
}

function isEditable(value: string | undefined): boolean {
  return value !== undefined && value.toLowerCase() !== "false";
}

/** True for a footnote mark, which is not part of its word: "word<sup>1</sup>", "word<sup><a href=#n>[1]</a></sup>". */
function isFootnoteMark(sup: Element): boolean {
  let text = "";
  const open = [...sup.children].reverse();
  for (let steps = 0; open.length > 0 && steps < 20 && text.length < 20; steps += 1) {
    const node = open.pop();
    if (!node) break;
    if (isText(node)) text += node.data;
    else if ("children" in node) {
      if ("name" in node && node.name === "a") return true;
      open.push(...node.children.slice(0, 20).reverse());
    }
  }
  return /^[[(]?\s*(?:\d{1,3}|[*†‡§]+)\s*[\])]?$/.test(text.trim());
}
