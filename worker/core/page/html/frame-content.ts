import type { Document, Element } from "domhandler";
import { isDocument, isTag } from "domhandler";

/** Attribute in which the browser hands over, before a page is read, what a frame says that the page itself wrote (`<iframe srcdoc>`). */
export const FRAME_ATTRIBUTE = "data-flawless-frame";

/** HTML of a frame whose text is a part of the page, or null: a frame with an address of its own is a page of its own. */
export function frameHtml({ name, attribs }: Element): string | null {
  return name === "iframe" ? (attribs[FRAME_ATTRIBUTE] ?? attribs.srcdoc ?? null) : null;
}

/** Hangs a frame's document into its page's tree, in place of what browsers without frames would show. */
export function attachFrame(frame: Element, document: Document): void {
  frame.children = [document];
  document.parent = frame;
}

/** The body of a frame's document, or null where the element has none. */
export function frameBody(element: Element): Element | null {
  const [document] = element.children;
  if (element.name !== "iframe" || !document || !isDocument(document)) return null;
  const root = document.children.find((child) => isTag(child));
  return root?.children.filter((child) => isTag(child)).find(({ name }) => name === "body") ?? null;
}

/** The frame whose document an element stands in, or null. */
export function frameOf(element: Element): Element | null {
  let root = element.parent;
  while (root && !isDocument(root)) root = root.parent;
  const frame = root?.parent;
  return frame && isTag(frame) && frame.name === "iframe" ? frame : null;
}
