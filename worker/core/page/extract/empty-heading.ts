import { type ChildNode, type Element, isTag, isText } from "domhandler";

const HEADING = /^h[1-6]$/;
/** Elements that editors wrap around words and leave behind when the words are deleted. */
const WRAPPERS = new Set(["a", "b", "br", "em", "font", "i", "small", "span", "strong", "u"]);
/**
 * Attributes that only format words. Any other attribute may fill the element: a script finds it by its id, a style sheet by
 * its class.
 */
const ABOUT_WORDS = new Set(["align", "dir", "lang", "style", "color", "face", "size"]);
const EDITORS_CLASS = /^(?:wp-block-heading|has-text-align-(?:left|center|right))$/;
/** White space and invisible characters. */
const NOTHING = /^[\s\u00AD\u200B-\u200D\u2060\uFEFF]*$/u;

/** True if an element is a heading whose words were deleted, unless a picture, a style or a script may fill it. */
export function isEmptyHeading(element: Element): boolean {
  if (!HEADING.test(element.name) || !isPlain(element)) return false;
  const pending: ChildNode[] = Array.from(element.children);
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isText(node) && !NOTHING.test(node.data)) return false;
    if (!isTag(node)) continue;
    if (!WRAPPERS.has(node.name) || !isPlain(node)) return false;
    for (const child of node.children) pending.push(child);
  }
  return true;
}

function isPlain({ attribs }: Element): boolean {
  return Object.entries(attribs).every(([name, value]) => {
    if (name === "class") return value.split(/\s+/).every((token) => token === "" || EDITORS_CLASS.test(token));
    if (name === "style") return !/background|content|url\(/i.test(value);
    return ABOUT_WORDS.has(name);
  });
}
