import { type Element, isDocument, isTag, type ParentNode } from "domhandler";
import { hostOf } from "./composed-tree.ts";
import { frameOf } from "./frame-content.ts";

/**
 * Ids that frameworks number or generate at each visit (`:r1:`, `ember1234`, `uid-9f3a2c1b`), so they cannot find an element
 * again.
 */
const UNSTABLE_ID = /:|\d{4,}|[0-9a-f]{8,}/i;

/**
 * Returns a function that makes an element's CSS selector: child steps from the nearest ancestor with a unique id, or from the
 * root (`#content > p:nth-of-type(2)`). Each matches exactly its element in a browser. Selectors cannot reach into shadow trees
 * and frames, so an element there gets the selector of the shadow host or frame.
 */
export function makeSelectors(elements: readonly Element[]): (element: Element) => string {
  const idCounts = new Map<string, number>();
  for (const { attribs } of elements) if (attribs.id) idCounts.set(attribs.id, (idCounts.get(attribs.id) ?? 0) + 1);
  const known = new Map<Element, string>();
  const positions = new Map<Element, number>();

  const stepOf = (element: Element): string => {
    if (element.parent && !positions.has(element)) numberSiblings(element.parent, positions);
    const name = escapeIdentifier(element.name);
    const position = positions.get(element) ?? ALONE;
    return position === ALONE ? name : `${name}:nth-of-type(${position})`;
  };
  const anchorOf = (element: Element): string | null => {
    const id = element.attribs.id;
    if (id && id.length <= 100 && idCounts.get(id) === 1 && !UNSTABLE_ID.test(id)) return `#${escapeIdentifier(id)}`;
    return element.name === "body" || element.name === "head" || element.name === "html" ? element.name : null;
  };

  return (element) => {
    const start = outsideShadow(element);
    const path: Element[] = [];
    let selector: string | null = null;
    let top: Element | null = start;
    for (let at: Element | null = start; at && selector === null; at = parentElement(at)) {
      selector = known.get(at) ?? anchorOf(at);
      top = at;
      if (selector === null) path.push(at);
    }
    if (selector !== null && top) known.set(top, selector);
    for (const step of path.reverse()) {
      selector = selector === null ? stepOf(step) : `${selector} > ${stepOf(step)}`;
      known.set(step, selector);
    }
    return selector ?? escapeIdentifier(start.name);
  };
}

function outsideShadow(element: Element): Element {
  let outside = element;
  const around = (inner: Element) => hostOf(inner) ?? frameOf(inner);
  for (let host = around(outside); host; host = around(outside)) outside = host;
  return outside;
}

function parentElement(element: Element): Element | null {
  const { parent } = element;
  return parent && !isDocument(parent) && isTag(parent) ? parent : null;
}

/** Instead of a number: no other child of the parent has this name. */
const ALONE = 0;

/** Numbers the element children of each name from 1; `ALONE` if there is only one. */
function numberSiblings(parent: ParentNode, positions: Map<Element, number>): void {
  const byName = new Map<string, { first: Element; count: number }>();
  for (const child of parent.children) {
    if (!isTag(child)) continue;
    const key = child.namespace === HTML ? child.name : `${child.namespace ?? ""} ${child.name}`;
    const group = byName.get(key);
    if (group) {
      if (group.count === 1) positions.set(group.first, 1);
      group.count += 1;
      positions.set(child, group.count);
    } else {
      byName.set(key, { first: child, count: 1 });
      positions.set(child, ALONE);
    }
  }
}

/** Namespace of nearly all elements. */
const HTML = "http://www.w3.org/1999/xhtml";
const PLAIN_IDENTIFIER = /^[A-Za-z_][-\w]*$/;

/** Escapes an identifier as `CSS.escape` does in browsers (CSSOM, "serialize an identifier"). */
export function escapeIdentifier(text: string): string {
  if (PLAIN_IDENTIFIER.test(text)) return text;
  let escaped = "";
  for (const [index, character] of [...text].entries()) {
    const code = character.codePointAt(0) ?? 0;
    const leadingDigit = /[0-9]/.test(character) && (index === 0 || (index === 1 && text.startsWith("-")));
    if (code === 0) escaped += "\uFFFD";
    else if (code < 0x20 || code === 0x7f || leadingDigit) escaped += `\\${code.toString(16)} `;
    else if (code >= 0x80 || /[-_0-9A-Za-z]/.test(character)) escaped += text === "-" ? "\\-" : character;
    else escaped += `\\${character}`;
  }
  return escaped;
}
