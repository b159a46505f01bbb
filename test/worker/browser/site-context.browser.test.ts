import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "#worker/browser/find-browser.ts";
import { type OpenBrowser, openBrowser } from "#worker/browser/open-browser.ts";
import { openSiteContext } from "#worker/browser/site-context.ts";
import { type SiteServer, startSiteServer } from "./site-server.ts";

const log = pino({ level: "silent" });
const options = { timeoutMs: 20_000, maxBytes: 5_000_000 };
let site: SiteServer;
let browser: OpenBrowser;
/** The cookie that each visit of /count came with. */
const cookies: (string | undefined)[] = [];

beforeAll(async () => {
  site = await startSiteServer();
  site.on("/count", (request, response) => {
    cookies.push(request.headers.cookie);
    response.writeHead(200, { "content-type": "text/html", "set-cookie": "seen=yes" }).end("<p>Counted.");
  });
  const executablePath = await findBrowser({ configured: process.env.CHROMIUM_PATH });
  if (!executablePath) throw new Error("No browser was found: run the tests through `npm test`, which gets one.");
  browser = await openBrowser({ executablePath, allowedPrivateHosts: ["127.0.0.1"], log });
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

describe("openSiteContext", () => {
  it("keeps what a site left behind, but not past its number of pages, and not for another site", async () => {
    const one = openSiteContext({ browser, userAgent: "Test", pagesPerContext: 2 });
    const other = openSiteContext({ browser, userAgent: "Test" });
    for (const context of [one, one, one, other]) await context.render(`${site.url}/count`, options);
    expect(cookies).toEqual([undefined, "seen=yes", undefined, undefined]);
    await Promise.all([one.close(), other.close()]);
  });

  it("renders pages at the same time while contexts are replaced", async () => {
    const context = openSiteContext({ browser, userAgent: "Test", pagesPerContext: 2 });
    const results = await Promise.all(Array.from({ length: 7 }, () => context.render(`${site.url}/static-prose/`, options)));
    expect(results.map((result) => "html" in result)).toEqual(Array(7).fill(true));
    await context.close();
  });

  it("starts one browser when many pages want one at the same time", async () => {
    const started: unknown[] = [];
    const counting = pino({ level: "info" }, { write: (line) => void started.push(line) });
    const executablePath = (await findBrowser({ configured: process.env.CHROMIUM_PATH })) ?? "";
    const own = await openBrowser({ executablePath, allowedPrivateHosts: ["127.0.0.1"], log: counting });
    for (let round = 1; round <= 2; round += 1) {
      await Promise.all([1, 2, 3].map(async () => (await own.newContext({})).close()));
      expect(started).toHaveLength(round);
      await own.restart();
    }
    await own.close();
  });

  it("reads a page again that failed beside one that hung, and no other", async () => {
    const asked: string[] = [];
    site.on("/endless", (_, response) => response.end("<p>Endless.<script>for (;;);</script>"));
    site.on("/beside", (_, response) => {
      asked.push("/beside");
      response.writeHead(200, { "content-type": "text/html" });
      // The first time, it stands still as long as the page beside it.
      if (asked.length > 1) response.end("<p>Read.");
      else response.write("<p>Re");
    });
    const context = openSiteContext({ browser, userAgent: "Test" });
    const short = { ...options, timeoutMs: 3_000 };
    const endless = context.render(`${site.url}/endless`, short);
    const beside = context.render(`${site.url}/beside`, { ...options, timeoutMs: 5_000 });
    expect(await endless).toMatchObject({ code: "browser-timeout" });
    expect(await beside).toHaveProperty("html");
    expect(asked).toHaveLength(2);
    asked.length = 0;
    const alone = openSiteContext({ browser, userAgent: "Test" });
    expect(await alone.render(`${site.url}/beside`, short)).toMatchObject({ code: "browser-timeout" });
    expect(asked).toHaveLength(1);
    await Promise.all([context.close(), alone.close()]);
  });

  it("opens a browser again after it was ended", async () => {
    const context = openSiteContext({ browser, userAgent: "Test", pagesPerContext: 1 });
    await context.render(`${site.url}/static-prose/`, options);
    await browser.restart();
    expect(await context.render(`${site.url}/static-prose/`, options)).toHaveProperty("html");
    await context.close();
  });
});
