import type { BrowserContext } from "playwright";
import { within } from "#worker/async/within.ts";
import type { PageFailure } from "#worker/core/page/page-failure.ts";
import { urlPattern } from "#worker/core/page/rendering/url-pattern.ts";
import { blockPopups } from "./block-popups.ts";
import type { OpenBrowser } from "./open-browser.ts";
import { openShadowTrees } from "./open-shadow-trees.ts";
import { openTab, type Tab, type TabTime } from "./open-tab.ts";
import { type RenderEnd, type RenderOptions, type RenderResult, renderPage } from "./render-page.ts";
import { skipViewTransitions } from "./skip-view-transitions.ts";
import { answerOnce } from "./virtual-scripts.ts";

/** Pages after which a context is replaced, so that their storage and memory do not grow for ever. */
const PAGES_PER_CONTEXT = 200;
/**
 * Time after which an unused tab is closed, because its page may go on sending requests. The last tab stays longer: sample pages come one by
 * one, and opening a tab costs more than a page.
 */
const IDLE_MS = 500;
const LAST_IDLE_MS = 5_000;
/** Time in which the page in an unused tab must respond. */
const RESPONSE_MS = 500;
/** Time that a context gets to close before the browser is restarted. */
const CLOSE_MS = 5_000;

export type SiteContextOptions = {
  browser: OpenBrowser;
  /** The user agent of every request; defaults to the browser's own. */
  userAgent?: string | undefined;
  /** BCP 47 tag of the language in which pages are requested. */
  locale?: string | undefined;
  pagesPerContext?: number;
};

/** Renders the pages of one Site, and shares nothing with other Sites. */
export type SiteContext = {
  render(url: string, options: RenderOptions): Promise<RenderResult | PageFailure>;
  close(): Promise<void>;
};

type IdleTab = { tab: Tab; time: TabTime; timer: NodeJS.Timeout };
type Generation = {
  context: Promise<BrowserContext>;
  /** Unused tabs, the last used at the end. */
  idle: IdleTab[];
  opened: number;
  active: number;
  retired: boolean;
  /** A page in it hung or crashed, which may have blocked the others: pages of one origin share a process. */
  broken: boolean;
};

/**
 * Opens a browser context for one Site, which is replaced after `pagesPerContext` pages and after a page that hung or crashed. A replaced
 * context closes when its last page is done. Pages may be rendered at the same time. Tabs are reused; a page that fails in a used tab, or
 * beside one that hung or crashed, is tried again before the failure counts, because the other page may have caused it. A page that misbehaves
 * under virtual time is read in real time, and so are the other pages of its pattern from then on.
 */
export function openSiteContext({
  browser,
  userAgent,
  locale,
  pagesPerContext = PAGES_PER_CONTEXT,
}: SiteContextOptions): SiteContext {
  let current: Generation | null = null;
  const closing = new Set<Promise<void>>();
  const inRealTime = new Set<string>();

  const start = (): Generation => {
    const context = browser.newContext({
      ...(userAgent ? { userAgent } : {}),
      ...(locale ? { locale } : {}),
      acceptDownloads: false,
      serviceWorkers: "block",
      viewport: { width: 1280, height: 1600 },
    });
    const ready = context.then(async (opened) => {
      await opened.addInitScript(openShadowTrees);
      await opened.addInitScript(skipViewTransitions);
      await opened.addInitScript(blockPopups);
      return opened;
    });
    const generation: Generation = { context: ready, idle: [], opened: 0, active: 0, retired: false, broken: false };
    // The browser may crash on another site's page. A closed context is forgotten, so that the next page opens a new one.
    const forget = () => {
      if (current === generation) current = null;
    };
    context.then((opened) => opened.once("close", forget), forget);
    return generation;
  };
  const retire = (generation: Generation) => {
    generation.retired = true;
    if (current === generation) current = null;
    if (generation.active > 0) return;
    const ended = end(generation, browser).finally(() => closing.delete(ended));
    closing.add(ended);
  };
  const renderOnce = async (url: string, time: TabTime, options: RenderOptions): Promise<Rendered> => {
    current ??= start();
    const generation = current;
    generation.opened += 1;
    generation.active += 1;
    if (generation.opened >= pagesPerContext) current = null;
    let breaks = true;
    try {
      const { result, wasUsed } = await renderInTab(generation, url, time, options);
      breaks = "code" in result && BREAKS_CONTEXT.has(result.code);
      return { result, wasUsed, wasHeldUp: breaks && generation.broken };
    } finally {
      generation.active -= 1;
      generation.broken ||= breaks;
      if (breaks || generation.retired || generation.opened >= pagesPerContext) retire(generation);
    }
  };
  return {
    async render(url, options) {
      let mayBeHeldUp = true;
      const pattern = urlPattern(url);
      const endAt = performance.now() + options.timeoutMs;
      for (;;) {
        const time = inRealTime.has(pattern) ? "real" : "virtual";
        const { result, wasUsed, wasHeldUp } = await renderOnce(url, time, options);
        if ("misbehaves" in result) {
          inRealTime.add(pattern);
          options = { ...options, timeoutMs: Math.max(1, endAt - performance.now()) };
          continue;
        }
        const isTriedAgain = wasUsed || (wasHeldUp && mayBeHeldUp);
        if (!isTriedAgain || !("code" in result)) return result;
        mayBeHeldUp &&= !wasHeldUp;
      }
    },
    async close() {
      if (current) retire(current);
      await Promise.all(closing);
    },
  };
}

/** Failures that may affect other pages of the context. */
const BREAKS_CONTEXT: ReadonlySet<PageFailure["code"]> = new Set(["browser-timeout", "browser-crash"]);

type InTab = {
  result: RenderEnd;
  /** True if the tab had shown another page before. */
  wasUsed: boolean;
};
/** `wasHeldUp`: another page of the context hung or crashed before this failure. */
type Rendered = InTab & { wasHeldUp: boolean };

async function renderInTab(generation: Generation, url: string, time: TabTime, options: RenderOptions): Promise<InTab> {
  let wasUsed = false;
  const open = async () => {
    const used = await reuseTab(generation, time);
    wasUsed = used !== null;
    return used ?? (await openTab(await generation.context, time));
  };
  const opening = open();
  let isUsable = false;
  try {
    const result = await renderPage(opening, url, options);
    isUsable = "html" in result;
    return { result, wasUsed };
  } finally {
    const release = (tab: Tab) => (isUsable ? keepIdle(generation, tab, time) : tab.close());
    // A tab that could not be opened in time is the failure that is returned.
    const released = opening.then(release, () => undefined);
    if (isUsable) await released;
  }
}

/** Takes an unused tab; null if there is none that responds. In real time, the page in it may have hung since it was read. */
async function reuseTab({ idle }: Generation, time: TabTime): Promise<Tab | null> {
  const used = idle.findLast((tab) => tab.time === time);
  if (!used) return null;
  idle.splice(idle.indexOf(used), 1);
  clearTimeout(used.timer);
  const { tab } = used;
  if (time === "virtual" || (await within(tab.inPage(answerOnce), RESPONSE_MS).catch(() => false))) return tab;
  void tab.close();
  return null;
}

function keepIdle(generation: Generation, tab: Tab, time: TabTime): void {
  const timer = setTimeout(
    () => {
      generation.idle = generation.idle.filter((other) => other.tab !== tab);
      void tab.close();
    },
    generation.idle.length === 0 ? LAST_IDLE_MS : IDLE_MS,
  );
  generation.idle.push({ tab, time, timer });
}

/** Closes a context, and restarts a browser that cannot even do that. */
async function end(generation: Generation, browser: OpenBrowser): Promise<void> {
  for (const { timer } of generation.idle) clearTimeout(timer);
  const closed = generation.context.then((context) => context.close()).catch(() => undefined);
  if (!(await within(closed, CLOSE_MS))) await browser.restart();
}
