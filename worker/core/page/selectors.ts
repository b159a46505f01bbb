import { type Element, isDocument, isTag, type ParentNode } from "domhandler";
import { hostOf } from "./composed-tree.ts";
import { frameOf } from "./frame-content.ts";

/** Ids that frameworks number or generate anew at each visit (`:r1:`, `ember1234`, `uid-9f3a2c1b`): no use for finding an element again. */
const UNSTABLE_ID = /:|\d{4,}|[0-9a-f]{8,}/i;

/**
 * Makes CSS selectors for a page's elements: from the nearest ancestor with an id of its own, or from the root, by child steps
 * (`#content > p:nth-of-type(2)`). Each finds exactly its element again in a browser. An element in a shadow tree, where
 * selectors of the page do not reach, is stood for by the element that hosts the tree; one in a frame, by the frame.
 */
export function makeSelectors(elements: readonly Element[]): (element: Element) => string {
  const idCounts = new Map<string, number>();
  for (const { attribs } of elements) if (attribs.id) idCounts.set(attribs.id, (idCounts.get(attribs.id) ?? 0) + 1);
  const known = new Map<Element, string>();
  const positions = new Map<ParentNode, Map<Element, string>>();

  const stepOf = (element: Element): string => {
    const parent = element.parent;
    if (!parent) return escapeIdentifier(element.name);
    let steps = positions.get(parent);
    if (!steps) {
      steps = numberSiblings(parent);
      positions.set(parent, steps);
    }
    return steps.get(element) ?? escapeIdentifier(element.name);
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

/** `p:nth-of-type(2)` for each element child; without a number where it is the only one of its name. */
function numberSiblings(parent: ParentNode): Map<Element, string> {
  const byName = new Map<string, Element[]>();
  for (const child of parent.children) {
    if (!isTag(child)) continue;
    const key = `${child.namespace ?? ""} ${child.name}`;
    const group = byName.get(key);
    if (group) group.push(child);
    else byName.set(key, [child]);
  }
  const steps = new Map<Element, string>();
  for (const group of byName.values()) {
    const name = escapeIdentifier(group[0]?.name ?? "");
    for (const [index, child] of group.entries())
      steps.set(child, group.length === 1 ? name : `${name}:nth-of-type(${index + 1})`);
  }
  return steps;
}

/** CSSOM, "serialize an identifier": what `CSS.escape` does in browsers. */
export function escapeIdentifier(text: string): string {
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
