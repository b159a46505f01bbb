import { pino } from "pino";
import type { BrowserContext } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { requireBrowser } from "#test/support/require-browser.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { type OpenBrowser, openBrowser } from "#worker/browser/open-browser.ts";
import type { RenderOptions } from "#worker/browser/render-page.ts";
import { openSiteContext, type SiteContext } from "#worker/browser/site-context.ts";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { type SiteServer, startSiteServer } from "./site-server.ts";

let site: SiteServer;
let browser: OpenBrowser;
let context: SiteContext;
/** The browser's own contexts behind `context`, the last opened last. */
const opened: BrowserContext[] = [];

beforeAll(async () => {
  site = await startSiteServer();
  const executablePath = await requireBrowser();
  browser = await openBrowser({ executablePath, allowedPrivateHosts: ["127.0.0.1"], log: pino({ level: "silent" }) });
  const newContext: OpenBrowser["newContext"] = async (options) => {
    const made = await browser.newContext(options);
    opened.push(made);
    return made;
  };
  context = openSiteContext({ browser: { ...browser, newContext }, userAgent: "Test" });
});

beforeEach(() => {
  site.requests.length = 0;
});

afterAll(async () => {
  await context.close();
  await browser.close();
  await site.close();
});

function serve(path: string, html: string): void {
  site.on(path, (_request, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
}

async function textsOf(path: string, options: Partial<RenderOptions> = {}): Promise<string[]> {
  const page = await context.render(site.url + path, { timeoutMs: 5_000, maxBytes: 5_000_000, ...options });
  return "code" in page ? [page.code] : extractPage(page.html, { url: page.finalUrl }).blocks.map(({ text }) => text);
}

const tabs = () => opened.at(-1)?.pages().length ?? 0;

describe("a tab in which one page after the other is read", () => {
  it("is the same one for page after page", async () => {
    serve("/one", "<p>One.</p><script>document.body.append('Built.')</script>");
    serve("/two", "<p>Two.</p>");
    expect(await textsOf("/one")).toEqual(["One.", "Built."]);
    expect(await textsOf("/two")).toEqual(["Two."]);
    expect(await textsOf("/one")).toEqual(["One.", "Built."]);
    expect(tabs()).toBe(1);
  });

  it("is closed when nobody needs it, so that its page does nothing more", async () => {
    await textsOf("/two");
    await waitFor("the tab to close", () => tabs() === 0);
  });

  it("does not fail a page for what the page before does after it was read", async () => {
    // With a worker, so that it is read in real time: under virtual time, nothing happens later.
    const worker = `new Worker(URL.createObjectURL(new Blob(["0"])));`;
    const later = (act: string) => `<p>Read.</p><script>${worker} setTimeout(() => { fetch("/acts"); ${act} }, 1_500)</script>`;
    serve("/acts", "");
    serve("/hangs", later("for (;;);"));
    serve("/leaves", later("location.href = '/one';"));
    serve("/stays", later("onbeforeunload = (event) => event.preventDefault();"));
    // The first such page is read twice, once under virtual time. The others are read long before they act.
    serve("/first", later(""));
    expect(await textsOf("/first")).toEqual(["Read."]);
    for (const path of ["/hangs", "/leaves", "/stays"]) {
      site.requests.length = 0;
      expect(await textsOf(path)).toEqual(["Read."]);
      await waitFor("what it does later", () => site.requests.includes("/acts"));
      // Longer than this test may take: the next page must not wait in the tab of one that hangs.
      expect(await textsOf("/two", { timeoutMs: 120_000 })).toEqual(["Two."]);
    }
  });

  it("does not tell a page what the one before left in its session", async () => {
    serve(
      "/greets",
      `<p id=out></p><script>document.getElementById("out").textContent = sessionStorage.met ? "Again." : "Welcome."; sessionStorage.met = 1;</script>`,
    );
    expect([await textsOf("/greets"), await textsOf("/greets")]).toEqual([["Welcome."], ["Welcome."]]);
  });

  it("does not wait for what the page before asked for", async () => {
    site.on("/never", () => undefined);
    serve("/asks", `<p>Asks.</p><script>setTimeout(() => fetch("/never"), 150)</script>`);
    await textsOf("/asks");
    await waitFor("the request", () => site.requests.includes("/never"));
    const startedAt = performance.now();
    expect(await textsOf("/one")).toEqual(["One.", "Built."]);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });

  it("reads a page anew that differs from the last by its fragment alone", async () => {
    serve("/route", `<p></p><script>document.querySelector("p").textContent = "At " + location.hash</script>`);
    expect(await textsOf("/route#/a")).toEqual(["At #/a"]);
    expect(await textsOf("/route#/b")).toEqual(["At #/b"]);
  });
});

describe("a page that was received before", () => {
  const headers = [{ name: "content-type", value: "text/html; charset=windows-1252" }];

  it("is shown byte for byte, with its headers, and not asked for again", async () => {
    site.on("/cookie", (request, response) => response.end(String(request.headers.cookie)));
    const html = `<p>Caf\xe9</p><p id=out></p><script>fetch("/cookie").then((answer) => answer.text()).then((text) => { document.getElementById("out").textContent = text; })</script>`;
    const document = {
      url: `${site.url}/known`,
      bytes: Buffer.from(html, "latin1"),
      headers: [...headers, { name: "set-cookie", value: "token=abc" }],
    };
    expect(await textsOf("/known", { document })).toEqual(["Café", "token=abc"]);
    expect(site.requests).toEqual(["/cookie"]);
  });

  it("is asked for where it loads itself again", async () => {
    serve("/again", "<p>From the server.</p>");
    const bytes = Buffer.from(`<p>Known.</p><script>location.reload()</script>`);
    expect(await textsOf("/again", { document: { url: `${site.url}/again`, bytes, headers } })).toEqual(["From the server."]);
  });
});
