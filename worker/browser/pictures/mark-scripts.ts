/*
 * Functions that run inside a page and measure where mistakes are seen, in an isolated world where the page's scripts cannot have replaced
 * built-ins. Their source is sent to the browser, so each uses nothing outside itself.
 */

/**
 * Prepares `measureTexts` and `measureElements`: keeps a function that turns rectangles of an element's content into what is seen of them, in
 * pixels of the page. What elements around cut off is left out, and all of a hidden element.
 */
export function keepSeenBoxes(): void {
  type Edges = { left: number; top: number; right: number; bottom: number };
  const outerOf = (element: Element): Element | null => {
    if (element.assignedSlot) return element.assignedSlot;
    const root = element.getRootNode();
    return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };
  const isCutAway = ({ clip, clipPath }: CSSStyleDeclaration) =>
    /^inset\((?:50|100)%/.test(clipPath) || /^rect\([01]px,? [01]px,? [01]px,? [01]px\)$/.test(clip);
  const hidesContent = (element: Element) =>
    getComputedStyle(element).contentVisibility === "hidden" ||
    (element.localName === "details" && !element.hasAttribute("open"));
  /** Cuts a rectangle off where an element around it lets nothing overflow; null if the element hides all. */
  const cut = (rect: Edges, element: Element): Edges | null => {
    let { left, top, right, bottom } = rect;
    let isAbsolute = false;
    for (let at: Element | null = element; at; at = outerOf(at)) {
      const style = getComputedStyle(at);
      if (isCutAway(style)) return null;
      // What is positioned absolutely is part of the next positioned element only.
      if (isAbsolute && style.position === "static" && style.transform === "none") continue;
      const hasBox = style.display !== "inline" && style.display !== "contents";
      if (style.overflow !== "visible" && hasBox && at !== document.body && at !== document.documentElement) {
        const box = at.getBoundingClientRect();
        [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      }
      if (style.position === "fixed") break;
      isAbsolute = style.position === "absolute";
    }
    return { left, top, right, bottom };
  };
  const inPage = ({ left, top, right, bottom }: Edges, element: Element) => {
    let [x, y] = [left + scrollX, top + scrollY];
    let view = element.ownerDocument.defaultView;
    for (let frame = view?.frameElement; view && frame; view = frame.ownerDocument.defaultView, frame = view?.frameElement) {
      const box = frame.getBoundingClientRect();
      const { paddingLeft, paddingTop } = getComputedStyle(frame);
      x += box.left + frame.clientLeft + Number.parseFloat(paddingLeft);
      y += box.top + frame.clientTop + Number.parseFloat(paddingTop);
    }
    return { x, y, width: right - left, height: bottom - top };
  };
  const marked: unknown[] = [];
  Reflect.set(globalThis, "flawlessMarked", marked);
  Reflect.set(globalThis, "flawlessSeen", (rects: Iterable<Edges>, element: Element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || hidesContent(element)) return [];
    const boxes = [...rects].flatMap((rect) => {
      const seen = cut(rect, element);
      return seen ? [inPage(seen, element)] : [];
    });
    const shown = boxes.filter(({ width, height }) => width > 0 && height > 0);
    marked.push({ element, boxes: shown });
    return shown;
  });
}

/** Returns the text and the seen rectangles of parts of the text nodes that `readPageText` kept. `wanted`: JSON of `PieceRange[][]`. */
export function measureTexts(wanted: string): unknown {
  const seen: unknown = Reflect.get(globalThis, "flawlessSeen");
  const nodes: unknown = Reflect.get(globalThis, "flawlessTexts");
  if (typeof seen !== "function" || !Array.isArray(nodes)) throw new Error("The page's text was not read.");
  const parts: { piece: number; start: number; end: number }[][] = JSON.parse(wanted);
  return parts.map((ranges) => {
    let text = "";
    const rects = ranges.flatMap(({ piece, start, end }) => {
      const node: Text | undefined = nodes[piece];
      if (!node?.isConnected || !node.parentElement || end > node.data.length) return [];
      const range = node.ownerDocument.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      text += range.toString();
      return seen(range.getClientRects(), node.parentElement);
    });
    return { text, rects };
  });
}

/**
 * Returns the seen rectangles of elements that say something in an attribute, or lead to an address. `wanted`: JSON of `{ selector, says }[]`
 * or `{ selector, leadsTo }[]`. If the selector finds another element, the first one on the page that fits.
 */
export function measureElements(wanted: string): unknown {
  const seen: unknown = Reflect.get(globalThis, "flawlessSeen");
  if (typeof seen !== "function") throw new Error("The page's text was not read.");
  const squeeze = (text: string) => text.replace(/[\s\u00AD\u200B\u2060\uFEFF\uFFFB\uFFFD\0]+/g, "");
  /** Returns an address without its scheme, fragment and last slash, which may have been changed since. */
  const plain = (address: string) => {
    const url = URL.parse(address, document.baseURI);
    return url?.host ? `${url.host}${url.pathname.replace(/\/$/, "")}${url.search}` : squeeze(address);
  };
  const has = (element: Element, names: string, fits: (value: string) => boolean) =>
    names.split(" ").some((name) => {
      const value = element.getAttribute(name);
      return value !== null && fits(value);
    });
  const find = (selector: string, names: string, fits: (value: string) => boolean) => {
    const own = document.querySelector(selector);
    if (own && has(own, names, fits)) return own;
    const all = [
      ...document.querySelectorAll(
        names
          .split(" ")
          .map((name) => `[${name}]`)
          .join(),
      ),
    ];
    return all.slice(0, 10_000).find((element) => has(element, names, fits));
  };
  const hasArea = ({ width, height }: DOMRect) => width > 0 && height > 0;
  /** A link around a picture or blocks has lines of its own that are not what is seen. */
  const rectsOf = (element: Element) => {
    const own = [...element.getClientRects()].filter(hasArea);
    if (getComputedStyle(element).display !== "inline" || element.childElementCount === 0) return own;
    const content = new Range();
    content.selectNodeContents(element);
    const inner = [...content.getClientRects()].filter(hasArea);
    return inner.length > 0 ? inner : own;
  };
  const marks: { selector: string; says?: string; leadsTo?: string }[] = JSON.parse(wanted);
  return marks.map(({ selector, says = "", leadsTo }) => {
    const [text, target] = [squeeze(says), plain(leadsTo ?? "")];
    const element =
      leadsTo === undefined
        ? find(selector, "alt title aria-label placeholder value label", (value) => squeeze(value) === text)
        : find(selector, "href src action formaction poster data cite background", (value) => plain(value) === target);
    return element ? seen(rectsOf(element), element) : [];
  });
}

/** Scrolls down the first `most` pixels so that what loads when seen loads, and waits for fonts and pictures. Ends at the top. */
export async function showEverything(most: number): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  for (let top = 0; top < Math.min(most, document.documentElement.scrollHeight); top += innerHeight) {
    scrollTo({ top, behavior: "instant" });
    await frame();
  }
  scrollTo({ top: 0, behavior: "instant" });
  await document.fonts.ready;
  const loading = [...document.images].filter((image) => !image.complete);
  const ended = (image: HTMLImageElement) =>
    new Promise((resolve) => {
      image.addEventListener("load", resolve, { once: true });
      image.addEventListener("error", resolve, { once: true });
    });
  await Promise.all(loading.slice(0, 1_000).map(ended));
  await frame();
}

/** Shows the end of each animation and transition that has one, and the beginning of all others. */
export function stopAnimations(): void {
  for (const animation of document.getAnimations()) {
    const end = animation.effect?.getComputedTiming().endTime;
    if (end === Number.POSITIVE_INFINITY) animation.cancel();
    else if (animation.timeline === document.timeline) animation.finish();
  }
}

/** Returns the height that the window needs to show the page, or the area that scrolls in its middle, without scrolling. */
export function wantedHeight(): number {
  const page = document.scrollingElement ?? document.documentElement;
  if (page.scrollHeight > innerHeight + 50) return innerHeight;
  const isLong = (element: Element) => element.scrollHeight > element.clientHeight + 50;
  const scrolls = (element: Element) => isLong(element) && /auto|scroll/.test(getComputedStyle(element).overflowY);
  let area = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  while (area && !scrolls(area)) area = area.parentElement;
  return innerHeight + (area ? area.scrollHeight - area.clientHeight : 0);
}

/**
 * Hides what stays in place when the page is scrolled, such as banners about cookies, where it covers a measured mark or more than a quarter
 * of the window. What has a mark in it stays, and what most of the page's text is in.
 */
export function hideOverlays(): void {
  const kept: unknown = Reflect.get(globalThis, "flawlessMarked");
  const marks: { element: Element; boxes: DOMRect[] }[] = Array.isArray(kept) ? kept : [];
  const all = document.body?.textContent?.length ?? 0;
  for (const element of [...document.querySelectorAll("*")].slice(0, 50_000)) {
    if (!(element instanceof HTMLElement) || getComputedStyle(element).position !== "fixed") continue;
    const box = element.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (left >= right || top >= bottom || element.textContent.length > all / 2) continue;
    if (marks.some((mark) => element.contains(mark.element))) continue;
    const isOnTop = (x: number, y: number) => element.contains(document.elementFromPoint(x, y));
    const isIn = (x: number, y: number) => x >= left && x < right && y >= top && y < bottom;
    const covers = marks.some(({ boxes }) =>
      boxes.some(({ x, y, width, height }) => {
        const points = [x + 2, x + width / 2, x + width - 2].map((at): [number, number] => [at, y + height / 2]);
        return points.some((point) => isIn(...point) && isOnTop(...point));
      }),
    );
    const isLarge = (right - left) * (bottom - top) > (innerWidth * innerHeight) / 4;
    if (covers || (isLarge && isOnTop((left + right) / 2, (top + bottom) / 2)))
      element.style.setProperty("visibility", "hidden", "important");
  }
}
