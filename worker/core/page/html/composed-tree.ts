import { type ChildNode, type Document, type Element, isDocument, isTag } from "domhandler";
import { frameBody } from "./frame-content.ts";

/**
 * Returns a function that gives an element's children as displayed: a shadow host's are those of its shadow root (`<template
 * shadowrootmode>`, which our browser also writes), a slot's are the nodes assigned to it, and an inline frame's is its body.
 * As in a browser, only one slot gets a node, so a walk ends. Make one for each walk.
 */
export function makeShownChildren(): (element: Element) => readonly ChildNode[] {
  const waiting = new WeakMap<Element, Map<string, ChildNode[]>>();
  const slotted = (slot: Element): readonly ChildNode[] => {
    const host = hostOf(slot);
    if (!host) return slot.children;
    const bySlot = waiting.get(host) ?? groupBySlot(host);
    waiting.set(host, bySlot);
    const name = slot.attribs.name ?? "";
    const assigned = bySlot.get(name);
    bySlot.delete(name);
    return assigned ?? slot.children;
  };
  return (element) => {
    if (element.name === "slot") return slotted(element);
    const body = frameBody(element);
    return body ? [body] : (shadowRootOf(element)?.children ?? element.children);
  };
}

/** Returns the shadow root of an element, or null. */
export function shadowRootOf(element: Element): Document | null {
  const template = element.children.find((child) => isTag(child) && isShadowTemplate(child));
  const content = template && "children" in template ? template.children[0] : undefined;
  return content && isDocument(content) ? content : null;
}

/** Returns the host of the shadow tree that contains a node, or null if the node is in the page's own tree. */
export function hostOf(node: ChildNode): Element | null {
  let root = node.parent;
  while (root && !isDocument(root)) root = root.parent;
  const template = root?.parent;
  const host = template?.parent;
  return template && isTag(template) && isShadowTemplate(template) && host && isTag(host) ? host : null;
}

/** Returns all elements of a page in source order, including shadow trees but not the contents of other templates. */
export function allElements(document: Document): Element[] {
  const found: Element[] = [];
  const open: ChildNode[] = [];
  pushReversed(open, document.children);
  for (let node = open.pop(); node; node = open.pop()) {
    if (isTag(node)) {
      found.push(node);
      if (node.name !== "template" || isShadowTemplate(node)) pushReversed(open, node.children);
    } else if (isDocument(node)) pushReversed(open, node.children);
  }
  return found;
}

/** Pushes nodes so that the first is popped first. Spreading a million of them would overflow the stack. */
export function pushReversed<T>(stack: (ChildNode | T)[], nodes: readonly ChildNode[]): void {
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index];
    if (node) stack.push(node);
  }
}

function isShadowTemplate(element: Element): boolean {
  return element.name === "template" && /^(?:open|closed)$/i.test(element.attribs.shadowrootmode ?? "");
}

function groupBySlot(host: Element): Map<string, ChildNode[]> {
  const groups = new Map<string, ChildNode[]>();
  for (const child of host.children) {
    if (isTag(child) && isShadowTemplate(child)) continue;
    const name = isTag(child) ? (child.attribs.slot ?? "") : "";
    const group = groups.get(name);
    if (group) group.push(child);
    else groups.set(name, [child]);
  }
  return groups;
}
