import { within } from "#worker/async/within.ts";
import type { OpenBrowser } from "./open-browser.ts";

/** Time for one document, and for its context to close before the browser is restarted. */
const PRINT_MS = 60_000;
const CLOSE_MS = 5_000;

/**
 * Prints a document of ours as PDF on A4. It runs no scripts and cannot reach the network, so all that it shows must be in it. Page numbers
 * come from its own style sheet.
 */
export async function printHtml(browser: OpenBrowser, html: string): Promise<Uint8Array> {
  const context = await browser.newContext({
    offline: true,
    javaScriptEnabled: false,
    acceptDownloads: false,
    serviceWorkers: "block",
  });
  try {
    context.setDefaultTimeout(PRINT_MS);
    await context.route("**/*", (route) => route.abort());
    const page = await context.newPage();
    await page.setContent(html, { waitUntil: "load" });
    return await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  } finally {
    const closed = context.close().catch(() => undefined);
    if (!(await within(closed, CLOSE_MS))) await browser.restart();
  }
}
