import type { BrowserContext } from "playwright";
import { within } from "#worker/async/within.ts";
import type { PageFailure } from "#worker/core/page/page-failure.ts";
import { blockPopups } from "../block-popups.ts";
import type { OpenBrowser } from "../open-browser.ts";
import { openShadowTrees } from "../open-shadow-trees.ts";
import { openTab } from "../open-tab.ts";
import { DRAWN_WINDOW, type DrawnPage, type DrawOptions, drawPage } from "./draw-page.ts";

/** Time that a context gets to close before the browser is restarted. */
const CLOSE_MS = 5_000;

/** Draws the pages of one Site, one after the other, and shares nothing with other Sites. */
export type PictureContext = {
  draw(url: string, options: DrawOptions): Promise<DrawnPage | PageFailure>;
  close(): Promise<void>;
};

/** Opens a context in the drawing browser with the first page, and another one after a page that hung or crashed. */
export function openPictureContext(
  browser: OpenBrowser,
  { userAgent, locale }: { userAgent: string; locale: string },
): PictureContext {
  let current: BrowserContext | null = null;
  const start = async () => {
    const context = await browser.newContext({
      userAgent,
      locale,
      acceptDownloads: false,
      serviceWorkers: "block",
      viewport: DRAWN_WINDOW,
      reducedMotion: "reduce",
    });
    context.once("close", () => {
      if (current === context) current = null;
    });
    await context.addInitScript(openShadowTrees);
    await context.addInitScript(blockPopups);
    return context;
  };
  const close = async () => {
    const closing = current;
    current = null;
    const closed = closing?.close().catch(() => undefined);
    if (closed && !(await within(closed, CLOSE_MS))) await browser.restart();
  };
  return {
    async draw(url, options) {
      current ??= await start();
      const tab = await openTab(current, "real", "draw");
      const drawn = await drawPage(tab, url, options).finally(() => tab.close());
      if ("code" in drawn && (drawn.code === "browser-timeout" || drawn.code === "browser-crash")) await close();
      return drawn;
    },
    close,
  };
}
