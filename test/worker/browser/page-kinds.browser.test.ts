import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requireBrowser } from "#test/support/require-browser.ts";
import { type OpenBrowser, openBrowser } from "#worker/browser/open-browser.ts";
import { openSiteContext, type SiteContext } from "#worker/browser/site-context.ts";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { PAGE_KINDS, servePageKinds } from "./page-kinds.ts";
import { type SiteServer, startSiteServer } from "./site-server.ts";

let site: SiteServer;
let browser: OpenBrowser;
let context: SiteContext;

beforeAll(async () => {
  site = await startSiteServer();
  servePageKinds(site, 40);
  const executablePath = await requireBrowser();
  browser = await openBrowser({ executablePath, allowedPrivateHosts: ["127.0.0.1"], log: pino({ level: "silent" }) });
  context = openSiteContext({ browser });
});

afterAll(async () => {
  await context.close();
  await browser.close();
  await site.close();
});

async function textsOf(name: string): Promise<string[]> {
  const page = await context.render(`${site.url}/${name}/`, { timeoutMs: 6_000, maxBytes: 1_000_000 });
  if ("code" in page) return [page.code];
  const { blocks } = extractPage(page.html, { url: page.finalUrl });
  return blocks.filter(({ kind }) => kind !== "title").map(({ text }) => text);
}

describe("a page that builds itself", () => {
  it.concurrent.each(Object.entries(PAGE_KINDS))("is read when it is complete, each time: %s", async (name, { texts }) => {
    expect(await textsOf(name)).toEqual(texts);
    expect(await textsOf(name)).toEqual(texts);
  });
});
