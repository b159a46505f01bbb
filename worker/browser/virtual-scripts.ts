/*
 * Functions that run inside a page whose time is virtual, in an isolated world where the page's scripts cannot have replaced built-ins. Their
 * source is sent to the browser, so each uses nothing outside itself, and none waits.
 */

/** Returns the number of changes of the document since the last call; -1 for a document that it has not watched yet, and watches from now on. */
export function countChanges(): number {
  const known: unknown = Reflect.get(globalThis, "flawlessChanges");
  if (typeof known === "function") return Number(known());
  let count = 0;
  const observer = new MutationObserver((records) => {
    count += records.length;
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  Reflect.set(globalThis, "flawlessChanges", () => {
    const all = count + observer.takeRecords().length;
    count = 0;
    return all;
  });
  return -1;
}

/** Ends the animations and transitions that have an end, because what follows them may be text. Returns their number. */
export function endAnimations(): number {
  let ended = 0;
  for (const animation of document.getAnimations()) {
    if (animation.playState !== "running" || animation.timeline !== document.timeline) continue;
    if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) continue;
    animation.finish();
    ended += 1;
  }
  return ended;
}

/**
 * Scrolls a long page, or the area that scrolls in its middle, from `from` to the next window. Returns the end of what shows then; null if
 * there is nothing further down. `toTop`: 1 scrolls back instead.
 */
export function scrollOn(from: number, toTop: number): number | null {
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
  if (area && toTop) area.scrollTo({ top: 0, behavior: "instant" });
  if (!area || toTop || area.scrollHeight <= Math.max(from, area.clientHeight + 50)) return null;
  const top = Math.max(from, area.clientHeight);
  area.scrollTo({ top, behavior: "instant" });
  return Math.min(top + area.clientHeight, area.scrollHeight);
}

/** Returns 1 if the document may still change: it has scripts, or leads to another page by itself. */
export function mayChange(): number {
  return document.scripts.length > 0 || document.querySelector("meta[http-equiv=refresh i]") ? 1 : 0;
}

/** Returns 1 from a page that responds. */
export function answerOnce(): number {
  return 1;
}
