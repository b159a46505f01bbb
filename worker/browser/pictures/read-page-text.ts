/**
 * Runs inside a page and returns its text nodes in reading order, in runs between block-level boundaries, as a page's Blocks are read (see
 * `walkText`): shadow trees and inline frames included, buttons and other languages apart. `selectors`: JSON of a list; `blockNames`: elements
 * that end a run. Keeps the nodes for `measureMarks`. Uses nothing outside itself, because its source is sent to the browser.
 */
export function readPageText(selectors: string, blockNames: string, mostLength: number): unknown {
  const isBlockName = new Set(blockNames.split(" "));
  const unread = new Set(
    "script style noscript template datalist rp rt noembed noframes svg canvas video audio object embed textarea".split(" "),
  );
  const selected = new Map<Element, number[]>();
  const list: unknown = JSON.parse(selectors);
  for (const [index, selector] of (Array.isArray(list) ? list : []).entries()) {
    const element = document.querySelector(String(selector));
    if (element) selected.set(element, [...(selected.get(element) ?? []), index]);
  }
  // Nodes of inline frames are instances of other classes.
  const isText = (node: Node): node is Text => node.nodeType === 3;
  const isElement = (node: Node): node is Element => node.nodeType === 1;
  const isFrame = (element: Element): element is HTMLIFrameElement => element.localName === "iframe";
  const isSlot = (element: Element): element is HTMLSlotElement => element.localName === "slot" && "assignedNodes" in element;
  const frameBody = (element: Element) =>
    isFrame(element) && element.hasAttribute("srcdoc") ? (element.contentDocument?.body ?? null) : null;
  const childrenOf = (element: Element): Node[] => {
    if (element.shadowRoot) return [...element.shadowRoot.childNodes];
    const assigned = isSlot(element) ? element.assignedNodes() : [];
    if (assigned.length > 0) return assigned;
    if (!isFrame(element)) return [...element.childNodes];
    const body = frameBody(element);
    return body ? [body] : [];
  };

  type Run = { pieces: number[]; owners: number[]; within: number[] };
  /** An element with a run of its own. `owners`: selectors that find it. */
  type Scope = { run: Run; owners: number[]; lang: string };
  /** `inside`: selectors of the elements around. */
  type Work = { node: Node; scope: Scope; inside: number[] } | { left: Scope };
  const nodes: Text[] = [];
  const pieces: { text: string; shown: boolean }[] = [];
  const runs: Run[] = [];
  let length = 0;
  const begin = (owners: number[]): Run => ({ pieces: [], owners, within: [] });
  const end = (scope: Scope) => {
    if (scope.run.pieces.length > 0) runs.push(scope.run);
    scope.run = begin(scope.owners);
  };
  const addText = (text: Text, { run }: Scope, inside: number[]) => {
    run.pieces.push(pieces.length);
    for (const selector of inside)
      if (!run.owners.includes(selector) && !run.within.includes(selector)) run.within.push(selector);
    pieces.push({ text: text.data, shown: text.parentElement?.checkVisibility({ visibilityProperty: true }) ?? true });
    nodes.push(text);
    length += text.data.length;
  };
  const root: Scope = { run: begin([]), owners: [], lang: document.documentElement?.lang ?? "" };
  const work: Work[] = document.body ? [{ node: document.body, scope: root, inside: [] }] : [];
  for (let next = work.pop(); next && length < mostLength; next = work.pop()) {
    if ("left" in next) {
      end(next.left);
      continue;
    }
    const { node, scope, inside } = next;
    if (isText(node)) addText(node, scope, inside);
    if (!isElement(node) || unread.has(node.localName)) continue;
    const isBlock = isBlockName.has(node.localName) || frameBody(node) !== null;
    const lang = node.getAttribute("lang") ?? scope.lang;
    const isButton = node.localName === "button" || node.getAttribute("role") === "button";
    const own = selected.get(node) ?? [];
    let inner = scope;
    if (isBlock || isButton || lang !== scope.lang) {
      if (isBlock) end(scope);
      inner = { run: begin(own), owners: own, lang };
      work.push({ left: inner });
    }
    const around = own.length > 0 ? [...inside, ...own] : inside;
    for (const child of childrenOf(node).reverse()) work.push({ node: child, scope: inner, inside: around });
  }
  end(root);
  Reflect.set(globalThis, "flawlessTexts", nodes);
  return { pieces, runs };
}
