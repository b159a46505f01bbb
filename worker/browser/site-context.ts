import type { BrowserContext } from "playwright";
import type { PageFailure } from "#worker/core/page/page-failure.ts";
import type { OpenBrowser } from "./open-browser.ts";
import { openShadowTrees } from "./open-shadow-trees.ts";
import { openTab, type Tab } from "./open-tab.ts";
import { type RenderOptions, type RenderResult, renderPage } from "./render-page.ts";
import { skipViewTransitions } from "./skip-view-transitions.ts";

/** Pages after which a context is replaced: what pages leave behind (storage, memory) does not grow for ever. */
const PAGES_PER_CONTEXT = 200;
/**
 * A tab that nobody needs for so long is closed: its page may go on asking its server for things. The last one stays longer: pages that are
 * proven anew come one by one, and opening a tab costs more than a page.
 */
const IDLE_MS = 500;
const LAST_IDLE_MS = 5_000;
/** Time that a context gets to close before its browser is ended. */
const CLOSE_MS = 5_000;

export type SiteContextOptions = {
  browser: OpenBrowser;
  /** Sent with every request: who we are, and where that is explained. The browser's own name if left out. */
  userAgent?: string | undefined;
  /** BCP 47 tag that the site is asked for its pages in. */
  locale?: string | undefined;
  pagesPerContext?: number;
};

/** What renders the pages of one Site; nothing in it is shared with another Site. */
export type SiteContext = {
  render(url: string, options: RenderOptions): Promise<RenderResult | PageFailure>;
  close(): Promise<void>;
};

type Generation = {
  context: Promise<BrowserContext>;
  /** Tabs whose page is read, the last used last. */
  idle: { tab: Tab; timer: NodeJS.Timeout }[];
  opened: number;
  active: number;
  retired: boolean;
  /** A page in it hung or crashed: pages of one address share a process, so others in it may have stood still for that. */
  broken: boolean;
};

/**
 * A browser context for one Site, replaced after so many pages, and after a page that hung or crashed. Pages may be rendered at the same
 * time; a context that is replaced closes when its last page is done. Tabs are used again. What fails in a used one, or beside a page that
 * hung or crashed, is tried again before it counts: the other page may be to blame.
 */
export function openSiteContext({
  browser,
  userAgent,
  locale,
  pagesPerContext = PAGES_PER_CONTEXT,
}: SiteContextOptions): SiteContext {
  let current: Generation | null = null;
  const closing = new Set<Promise<void>>();

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
      return opened;
    });
    const generation: Generation = { context: ready, idle: [], opened: 0, active: 0, retired: false, broken: false };
    // The browser may crash on another site's page: the next page here must not pay for it.
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
  const renderOnce = async (url: string, options: RenderOptions): Promise<Rendered> => {
    current ??= start();
    const generation = current;
    generation.opened += 1;
    generation.active += 1;
    if (generation.opened >= pagesPerContext) current = null;
    let breaks = true;
    try {
      const { result, wasUsed } = await renderInTab(generation, url, options);
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
      for (;;) {
        const { result, wasUsed, wasHeldUp } = await renderOnce(url, options);
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

/** After these, other pages of the context may be in trouble too. */
const BREAKS_CONTEXT: ReadonlySet<PageFailure["code"]> = new Set(["browser-timeout", "browser-crash"]);

type InTab = {
  result: RenderResult | PageFailure;
  /** Another page had been in the tab before. */
  wasUsed: boolean;
};
/** `wasHeldUp`: another page of the context hung or crashed before this one failed so. */
type Rendered = InTab & { wasHeldUp: boolean };

async function renderInTab(generation: Generation, url: string, options: RenderOptions): Promise<InTab> {
  const used = generation.idle.pop();
  clearTimeout(used?.timer);
  const opening = used ? Promise.resolve(used.tab) : generation.context.then(openTab);
  let isUsable = false;
  try {
    const result = await renderPage(opening, url, options);
    isUsable = !("code" in result);
    return { result, wasUsed: used !== undefined };
  } finally {
    const release = (tab: Tab) => (isUsable ? keepIdle(generation, tab) : tab.close());
    // One that could not be opened, or only too late, was the failure that is told.
    const released = opening.then(release, () => undefined);
    if (isUsable) await released;
  }
}

function keepIdle(generation: Generation, tab: Tab): void {
  const timer = setTimeout(
    () => {
      generation.idle = generation.idle.filter((other) => other.tab !== tab);
      void tab.close();
    },
    generation.idle.length === 0 ? LAST_IDLE_MS : IDLE_MS,
  );
  generation.idle.push({ tab, timer });
}

/** Closes a context; a browser that cannot even do that is ended. */
async function end(generation: Generation, browser: OpenBrowser): Promise<void> {
  for (const { timer } of generation.idle) clearTimeout(timer);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), CLOSE_MS);
  });
  const closed = generation.context.then((context) => context.close()).catch(() => undefined);
  const outcome = await Promise.race([closed, late]);
  clearTimeout(timer);
  if (outcome === "late") await browser.restart();
}
