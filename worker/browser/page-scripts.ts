/*
 * Functions that run inside a page, in a world of their own where the page's scripts cannot have replaced anything. Their source is sent to the
 * browser, so each is complete in itself.
 */

/**
 * Resolves when the page has loaded and its document has not changed for `quietMs`; without scripts it cannot change: no waiting then.
 * `mayRun`: 1 where it came with scripts, which may have taken themselves out of it.
 */
export function waitForQuiet(quietMs: number, mayRun: number): Promise<void> {
  return new Promise((resolve) => {
    const needed = mayRun || document.scripts.length > 0 ? quietMs : 0;
    let timer: ReturnType<typeof setTimeout>;
    const observer = new MutationObserver(() => restart());
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (document.readyState !== "complete") return restart();
        observer.disconnect();
        resolve();
      }, needed);
    };
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    restart();
  });
}

/**
 * Goes through a long page as a reader would, from `from` down, so that what waits to be seen comes. Gives how far down it came; null where there
 * is nothing further down.
 */
export async function scrollThrough(from: number, maxSteps: number, mayRun: number): Promise<number | null> {
  if (!mayRun && document.scripts.length === 0) return null;
  const page = document.scrollingElement ?? document.documentElement;
  // A script may remove the root itself.
  if (!page) return null;
  const isLong = (element: Element) => element.scrollHeight > element.clientHeight + 50;
  const scrolls = (element: Element) => isLong(element) && /auto|scroll/.test(getComputedStyle(element).overflowY);
  let area: Element | null = page;
  if (!isLong(page)) {
    // Programs that fill the window scroll a part of it.
    area = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    while (area && !scrolls(area)) area = area.parentElement;
  }
  if (!area || area.scrollHeight <= Math.max(from, area.clientHeight + 50)) return null;
  let end = from;
  for (let step = 0; step < maxSteps && end < area.scrollHeight; step += 1) {
    area.scrollTo({ top: end, behavior: "instant" });
    end = Math.min(end + area.clientHeight, area.scrollHeight);
    // Observers are told with a frame, and act after it.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
  area.scrollTo({ top: 0, behavior: "instant" });
  return end;
}

/** `address`: where the document was loaded from, whatever address its scripts have put into the address bar since. */
export type ReadPage = { html: string; address: string } | { tooLarge: true };

/**
 * The document as HTML: elements that style sheets hide carry `hiddenAttribute`, open shadow trees stand in
 * `<template shadowrootmode>`, documents that the page wrote into its frames in `frameAttribute`. Says so where it holds more than `maxLength` characters or 400,000 elements.
 */
export function readDocument(hiddenAttribute: string, frameAttribute: string, maxLength: number): ReadPage {
  // A script may remove the root itself: then there is nothing to see.
  const address = performance.getEntriesByType("navigation")[0]?.name ?? document.URL;
  if (!document.documentElement) return { html: "", address };
  const unread = new Set("HEAD SCRIPT STYLE TEMPLATE NOSCRIPT DATALIST SVG AREA SOURCE TRACK PARAM".split(" "));
  const shadowRoots: ShadowRoot[] = [];
  const invisible: Element[] = [];
  const frames: { frame: Element; root: Element }[] = [];
  let count = 0;
  const pending: Element[] = [document.documentElement];
  for (let element = pending.pop(); element && count < 400_000; element = pending.pop()) {
    count += 1;
    if (unread.has(element.tagName.toUpperCase())) continue;
    const { display, visibility, contentVisibility } = getComputedStyle(element);
    if (display === "none" || contentVisibility === "hidden") {
      element.setAttribute(hiddenAttribute, "");
      continue;
    }
    if (visibility !== "visible") invisible.push(element);
    if (element.shadowRoot) {
      shadowRoots.push(element.shadowRoot);
      for (const child of element.shadowRoot.children) pending.push(child);
    }
    const written = element instanceof HTMLIFrameElement && element.hasAttribute("srcdoc") ? element.contentDocument : null;
    const frameRoot = written?.documentElement;
    if (frameRoot) {
      frames.push({ frame: element, root: frameRoot });
      pending.push(frameRoot);
    }
    for (const child of element.children) pending.push(child);
  }
  // A child may be visible in a parent that is not. Children come after their parents here, so going backwards meets them first.
  const shows = new Set<Element>();
  for (const element of invisible.reverse()) {
    const hasVisible = [...element.children].some(
      (child) => shows.has(child) || getComputedStyle(child).visibility === "visible",
    );
    if (hasVisible) shows.add(element);
    else element.setAttribute(hiddenAttribute, "");
  }
  if (count >= 400_000 || (document.documentElement.textContent ?? "").length > maxLength) return { tooLarge: true };
  // Inner frames first: what stands in them is a part of the outer ones.
  for (const { frame, root } of frames.reverse()) frame.setAttribute(frameAttribute, root.getHTML({ shadowRoots }));
  const root = document.documentElement;
  const shell = root.cloneNode(false);
  const open = shell instanceof Element ? shell.outerHTML.replace(/<\/[^<]*>$/, "") : "";
  const doctype = document.compatMode === "CSS1Compat" ? "<!DOCTYPE html>" : "";
  const html = `${doctype}${open}${root.getHTML({ shadowRoots })}`;
  // The next page in this tab comes as the first of its visit, as this one did.
  if (self.origin !== "null") sessionStorage.clear();
  return html.length > maxLength ? { tooLarge: true } : { html, address };
}
