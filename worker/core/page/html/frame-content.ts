import type { Document, Element } from "domhandler";
import { isDocument, isTag } from "domhandler";

/** Attribute in which the browser stores, before a page is read, the inline document of a frame (`<iframe srcdoc>`). */
export const FRAME_ATTRIBUTE = "data-flawless-frame";

/** Returns the inline HTML of a frame, or null. A frame with an address of its own is a separate page. */
export function frameHtml({ name, attribs }: Element): string | null {
  return name === "iframe" ? (attribs[FRAME_ATTRIBUTE] ?? attribs.srcdoc ?? null) : null;
}

/** Attaches a frame's document to the page's tree, in place of the fallback content. */
export function attachFrame(frame: Element, document: Document): void {
  frame.children = [document];
  document.parent = frame;
}

/** Returns the body of an attached frame document, or null. */
export function frameBody(element: Element): Element | null {
  const [document] = element.children;
  if (element.name !== "iframe" || !document || !isDocument(document)) return null;
  const root = document.children.find((child) => isTag(child));
  return root?.children.filter((child) => isTag(child)).find(({ name }) => name === "body") ?? null;
}

/** Returns the frame whose document contains an element, or null. */
export function frameOf(element: Element): Element | null {
  let root = element.parent;
  while (root && !isDocument(root)) root = root.parent;
  const frame = root?.parent;
  return frame && isTag(frame) && frame.name === "iframe" ? frame : null;
}
