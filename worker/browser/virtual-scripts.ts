/*
 * Functions that run inside a page whose time is virtual, in an isolated world where the page's scripts cannot have replaced built-ins. Their
 * source is sent to the browser, so each uses nothing outside itself.
 */

/** Resolves with the next frame, which the browser draws in real time. Observers and animations go by frames. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

/**
 * Describes the document. `isOther`: it is another one than at the last call. `changes`: the number of changes since. `mayChange`: it has scripts,
 * or leads to another page by itself. `needsFrames`: it observes elements or moves them. `isStoring`: it waits for its database or cache.
 * `ended`: the number of animations and transitions that this call brought to their end.
 */
export type PageState = {
  isOther: boolean;
  changes: number;
  mayChange: boolean;
  needsFrames: boolean;
  isStoring: boolean;
  ended: number;
};

/**
 * Returns the document's state. The first call in a document begins to watch it. `endsAnimations`: 1 in a later call also brings those to
 * their end that have one, because what follows them may be text.
 */
export function describePage(endsAnimations: number): PageState {
  const known: unknown = Reflect.get(globalThis, "flawlessState");
  if (typeof known === "function") return known(endsAnimations);
  let changed = 0;
  const observer = new MutationObserver((records) => {
    changed += records.length;
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  const endAll = (animations: readonly Animation[]) => {
    const ending = animations.filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    for (const animation of ending) animation.finish();
    return ending.length;
  };
  const describe = (isOther: boolean, ends: number) => {
    const changes = changed + observer.takeRecords().length;
    changed = 0;
    const mayChange = document.scripts.length > 0 || document.querySelector("meta[http-equiv=refresh i]") !== null;
    // `announceUse` leaves these marks.
    const uses = (use: string) => performance.getEntriesByName(`flawless-${use}`).length > 0;
    const isMoving = ({ playState, playbackRate, timeline }: Animation) =>
      playState === "running" && playbackRate !== 0 && timeline === document.timeline;
    const moving = document.getAnimations().filter(isMoving);
    const needsFrames = moving.length > 0 || uses("observers");
    return { isOther, changes, mayChange, needsFrames, isStoring: uses("storage"), ended: ends ? endAll(moving) : 0 };
  };
  Reflect.set(globalThis, "flawlessState", (ends: number) => describe(false, ends));
  return describe(true, 0);
}

/**
 * Scrolls a long page, or the area that scrolls in its middle, from `from` to the next window. Resolves with the end of what shows then, in
 * the frame after that; null at once if there is nothing further down. `toTop`: 1 scrolls back instead.
 */
export function scrollOn(from: number, toTop: number): Promise<number> | null {
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
  const end = Math.min(top + area.clientHeight, area.scrollHeight);
  return new Promise((resolve) => requestAnimationFrame(() => resolve(end)));
}

/** Returns 1 from a page that responds. */
export function answerOnce(): number {
  return 1;
}
