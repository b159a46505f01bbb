import type { Element } from "domhandler";
import type { BlockKind } from "../block.ts";

export type AttributeText = { kind: BlockKind; text: string };

const WITH_ALT = new Set(["img", "area"]);
const BUTTON_TYPES = new Set(["submit", "button", "reset"]);
const META_KINDS = new Map<string, BlockKind>([
  ["description", "description"],
  ["og:title", "social"],
  ["og:description", "social"],
  ["twitter:title", "social"],
  ["twitter:description", "social"],
  ["og:site_name", "name"],
  ["application-name", "name"],
  ["author", "name"],
]);

/** Returns the texts in an element's attributes, in a fixed order. Visitors see or hear them, or search results show them. */
export function attributeTexts(element: Element): AttributeText[] {
  const { name, attribs } = element;
  if (name === "meta") return metaText(attribs);
  if (name === "link" || name === "style" || name === "script") return [];
  const texts: AttributeText[] = [];
  const add = (kind: BlockKind, text: string | undefined) => {
    if (text) texts.push({ kind, text });
  };
  if (WITH_ALT.has(name) || (name === "input" && typeOf(element) === "image")) add("alt", attribs.alt);
  add("tooltip", attribs.title);
  add("aria-label", attribs["aria-label"]);
  if (name === "input" || name === "textarea") add("placeholder", attribs.placeholder);
  if (name === "input" && BUTTON_TYPES.has(typeOf(element))) add("button", attribs.value);
  if (name === "option" || name === "optgroup") add("option", attribs.label);
  return texts;
}

function metaText(attribs: Element["attribs"]): AttributeText[] {
  const kind = META_KINDS.get((attribs.name ?? attribs.property ?? "").trim().toLowerCase());
  const text = attribs.content;
  return kind && text ? [{ kind, text }] : [];
}

function typeOf(input: Element): string {
  return (input.attribs.type ?? "").trim().toLowerCase();
}
