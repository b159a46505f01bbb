/*
 * Functions that run inside a page, in an isolated world where the page's scripts cannot have replaced built-ins. Their source is sent to the
 * browser, so each uses nothing outside itself.
 */

/**
 * Resolves when the page has loaded and its document has not changed for `quietMs`; at once for a page without scripts, which cannot change.
 * `mayRun`: 1 if it came with scripts, which may have removed themselves.
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
 * Scrolls down a long page from `from` as a reader would, so that content which loads when seen appears. Returns how far it came; null if
 * there is nothing further down.
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
    // Apps that fill the window scroll a part of it.
    area = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    while (area && !scrolls(area)) area = area.parentElement;
  }
  if (!area || area.scrollHeight <= Math.max(from, area.clientHeight + 50)) return null;
  let end = from;
  for (let step = 0; step < maxSteps && end < area.scrollHeight; step += 1) {
    area.scrollTo({ top: end, behavior: "instant" });
    end = Math.min(end + area.clientHeight, area.scrollHeight);
    // Intersection observers run with a frame, and load after it.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
  area.scrollTo({ top: 0, behavior: "instant" });
  return end;
}

/** `address`: the address that the document was loaded from, which scripts may have changed in the address bar since. */
export type ReadPage = { html: string; address: string } | { tooLarge: true };

/**
 * Reads the document as HTML. Elements that style sheets hide get `hiddenAttribute`, open shadow trees become `<template shadowrootmode>`, and
 * `srcdoc` documents go into their frames' `frameAttribute`. More than `maxLength` characters or 400,000 elements are too large.
 */
export function readDocument(hiddenAttribute: string, frameAttribute: string, maxLength: number): ReadPage {
  // A script may remove the root itself, which leaves nothing to see.
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
  // Inner frames first, because they are part of the outer ones.
  for (const { frame, root } of frames.reverse()) frame.setAttribute(frameAttribute, root.getHTML({ shadowRoots }));
  const root = document.documentElement;
  const shell = root.cloneNode(false);
  const open = shell instanceof Element ? shell.outerHTML.replace(/<\/[^<]*>$/, "") : "";
  const doctype = document.compatMode === "CSS1Compat" ? "<!DOCTYPE html>" : "";
  const html = `${doctype}${open}${root.getHTML({ shadowRoots })}`;
  // The next page in this tab must start as the first of its visit, as this one did.
  if (self.origin !== "null") sessionStorage.clear();
  return html.length > maxLength ? { tooLarge: true } : { html, address };
}
