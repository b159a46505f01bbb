import type { BlockKind } from "../block.ts";

/** Elements that begin a new run: displayed as blocks (HTML Standard, "Rendering"), or a unit of text by themselves. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  `html body head title address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form
  frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main marquee menu nav ol optgroup option p plaintext pre search section
  select summary table caption colgroup thead tbody tfoot tr td th ul xmp label`.split(/\s+/),
);

const KINDS = new Map<string, BlockKind>([
  ["title", "title"],
  ["h1", "heading"],
  ["h2", "heading"],
  ["h3", "heading"],
  ["h4", "heading"],
  ["h5", "heading"],
  ["h6", "heading"],
  ["p", "paragraph"],
  ["li", "list-item"],
  ["dt", "list-item"],
  ["dd", "list-item"],
  ["td", "cell"],
  ["th", "cell"],
  ["caption", "caption"],
  ["figcaption", "caption"],
  ["blockquote", "quote"],
  ["button", "button"],
  ["label", "label"],
  ["legend", "label"],
  ["option", "option"],
  ["optgroup", "option"],
]);

/** Neutral wrappers: their text keeps the surrounding kind (`<td><div>`, `<h2><span>`). */
const WRAPPERS = new Set(["div", "center", "address"]);

/** True if an element is displayed as a block and so ends the run of text before it. */
export function isBlockElement(name: string): boolean {
  return BLOCK_ELEMENTS.has(name);
}

/** Returns the kind of an element's text. `around` is the kind of its surroundings. */
export function kindOf(name: string, role: string | undefined, around: BlockKind): BlockKind {
  if (role === "heading" || role === "button") return role;
  const own = KINDS.get(name);
  if (own === "paragraph" && around === "quote") return "quote";
  if (own) return own;
  return WRAPPERS.has(name) || !isBlockElement(name) ? around : "text";
}
