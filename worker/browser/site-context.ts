import type { BrowserContext } from "playwright-core";
import type { PageFailure } from "#worker/core/page/visit.ts";
import type { OpenBrowser } from "./open-browser.ts";
import { failureOf } from "./render-failure.ts";
import { type RenderedPage, type RenderOptions, renderPage } from "./render-page.ts";

/** Pages after which a context is replaced: what pages leave behind (storage, memory) does not grow for ever. */
const PAGES_PER_CONTEXT = 200;
/** Time that a context gets to close before its browser is ended. */
const CLOSE_MS = 5_000;

export type SiteContextOptions = {
  browser: OpenBrowser;
  /** Sent with every request: who we are, and where that is explained. */
  userAgent: string;
  /** BCP 47 tag that the site is asked for its pages in. */
  locale?: string | undefined;
  pagesPerContext?: number;
};

/** What renders the pages of one Site; nothing in it is shared with another Site. */
export type SiteContext = {
  render(url: string, options: RenderOptions): Promise<RenderedPage | PageFailure>;
  close(): Promise<void>;
};

type Generation = { context: Promise<BrowserContext>; opened: number; active: number; retired: boolean };

/**
 * A browser context for one Site, replaced after so many pages, and after a page that hung or crashed. Pages may be rendered at the same
 * time; a context that is replaced closes when its last page is done.
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
      userAgent,
      ...(locale ? { locale } : {}),
      acceptDownloads: false,
      serviceWorkers: "block",
      viewport: { width: 1280, height: 1600 },
    });
    const generation: Generation = { context, opened: 0, active: 0, retired: false };
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
  return {
    async render(url, options) {
      current ??= start();
      const generation = current;
      generation.opened += 1;
      generation.active += 1;
      if (generation.opened >= pagesPerContext) current = null;
      let broken = true;
      try {
        const result = await openAndRender(generation.context, url, options);
        broken = "code" in result && (result.code === "browser-timeout" || result.code === "browser-crash");
        return result;
      } finally {
        generation.active -= 1;
        if (broken || generation.retired || generation.opened >= pagesPerContext) retire(generation);
      }
    },
    async close() {
      if (current) retire(current);
      await Promise.all(closing);
    },
  };
}

/** A context that cannot be opened, because the browser ended just now, is the page's failure for this time. */
async function openAndRender(context: Promise<BrowserContext>, url: string, options: RenderOptions) {
  const opened = await context.catch((error: unknown) => {
    const failure = failureOf(error);
    if (!failure) throw error;
    return failure;
  });
  return "code" in opened ? opened : renderPage(opened, url, options);
}

/** Closes a context; a browser that cannot even do that is ended. */
async function end(generation: Generation, browser: OpenBrowser): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), CLOSE_MS);
  });
  const closed = generation.context.then((context) => context.close()).catch(() => undefined);
  const outcome = await Promise.race([closed, late]);
  clearTimeout(timer);
  if (outcome === "late") await browser.restart();
}
