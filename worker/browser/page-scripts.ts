/*
 * Functions that run inside a page, in a world of their own where the page's scripts cannot have replaced anything. Their source is sent to the
 * browser, so each is complete in itself.
 */

/** Resolves when the page has loaded and its document has not changed for `quietMs`; without scripts it cannot change: no waiting then. */
export function waitForQuiet(quietMs: number): Promise<void> {
  return new Promise((resolve) => {
    const needed = document.scripts.length === 0 ? 0 : quietMs;
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

/** `address`: where the document was loaded from, whatever address its scripts have put into the address bar since. */
export type ReadPage = { html: string; address: string } | { tooLarge: true };

/**
 * The document as HTML: elements that style sheets hide carry `hiddenAttribute`, open shadow trees stand in
 * `<template shadowrootmode>`. Says so where it holds more than `maxLength` characters or 400,000 elements.
 */
export function readDocument(hiddenAttribute: string, maxLength: number): ReadPage {
  // A script may remove the root itself: then there is nothing to see.
  const address = performance.getEntriesByType("navigation")[0]?.name ?? document.URL;
  if (!document.documentElement) return { html: "", address };
  const unread = new Set("HEAD SCRIPT STYLE TEMPLATE NOSCRIPT DATALIST SVG AREA SOURCE TRACK PARAM".split(" "));
  const shadowRoots: ShadowRoot[] = [];
  const invisible: Element[] = [];
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
  const root = document.documentElement;
  const shell = root.cloneNode(false);
  const open = shell instanceof Element ? shell.outerHTML.replace(/<\/[^<]*>$/, "") : "";
  const doctype = document.compatMode === "CSS1Compat" ? "<!DOCTYPE html>" : "";
  const html = `${doctype}${open}${root.getHTML({ shadowRoots })}`;
  // The next page in this tab comes as the first of its visit, as this one did.
  if (self.origin !== "null") sessionStorage.clear();
  return html.length > maxLength ? { tooLarge: true } : { html, address };
}
