import type { BrowserContext } from "playwright";
import type { OpenBrowser } from "./open-browser.ts";

/** Closes a browser that has had no context for `idleMs`. The next context starts it again. */
export function closeWhenIdle(browser: OpenBrowser, idleMs: number): OpenBrowser {
  const open = new Set<BrowserContext>();
  let opening = 0;
  let timer: NodeJS.Timeout | undefined;
  const note = () => {
    clearTimeout(timer);
    if (open.size === 0 && opening === 0) timer = setTimeout(() => void browser.restart(), idleMs).unref();
  };
  return {
    async newContext(options) {
      opening += 1;
      note();
      try {
        const context = await browser.newContext(options);
        open.add(context);
        context.once("close", () => {
          open.delete(context);
          note();
        });
        return context;
      } finally {
        opening -= 1;
        note();
      }
    },
    restart: () => browser.restart(),
    close: () => {
      clearTimeout(timer);
      return browser.close();
    },
  };
}
