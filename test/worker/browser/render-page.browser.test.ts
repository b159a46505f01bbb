import { pino } from "pino";
import type { CDPSession } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "#worker/browser/find-browser.ts";
import { type OpenBrowser, openBrowser } from "#worker/browser/open-browser.ts";
import { openTab } from "#worker/browser/open-tab.ts";
import { type RenderOptions, type RenderResult, renderPage } from "#worker/browser/render-page.ts";
import { openSiteContext, type SiteContext } from "#worker/browser/site-context.ts";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { isSameContent } from "#worker/core/page/snapshot/is-same-content.ts";
import { type SiteServer, startSiteServer } from "./site-server.ts";

let site: SiteServer;
let elsewhere: SiteServer;
let browser: OpenBrowser;
let context: SiteContext;

beforeAll(async () => {
  [site, elsewhere] = await Promise.all([startSiteServer(), startSiteServer()]);
  const executablePath = await findBrowser({ configured: process.env.CHROMIUM_PATH });
  if (!executablePath) throw new Error("No browser was found: run the tests through `npm test`, which gets one.");
  const resolveName = async (host: string) => (host.endsWith(".example") ? ["127.0.0.1"] : []);
  browser = await openBrowser({
    executablePath,
    allowedPrivateHosts: [`127.0.0.1:${site.port}`],
    log: pino({ level: "silent" }),
    resolveName,
  });
  context = openSiteContext({ browser, userAgent: "FlawlessTest/1.0 (+https://flawless.example/bot)", locale: "en-GB" });
});

afterAll(async () => {
  await context.close();
  await browser.close();
  await Promise.all([site.close(), elsewhere.close()]);
});

const open: RenderOptions = { timeoutMs: 20_000, maxBytes: 5_000_000 };

function render(path: string, options: Partial<RenderOptions> = {}) {
  return context.render(site.url + path, { ...open, ...options });
}

async function rendered(path: string, options: Partial<RenderOptions> = {}): Promise<RenderResult> {
  const result = await render(path, options);
  if ("code" in result) throw new Error(`${path}: ${result.code}`);
  return result;
}

async function textsOf(path: string): Promise<string[]> {
  const page = await rendered(path);
  return extractPage(page.html, { url: page.finalUrl }).blocks.map((block) => block.text);
}

describe("renderPage reads what visitors see", () => {
  it("waits for what a script fetches and builds", async () => {
    expect(await textsOf("/client-rendered/")).toEqual(["Shop", "Our shop", "Red chair", "Blue table"]);
  });

  it("waits for what a script does with the next frames", async () => {
    site.on("/frames", (_request, response) => {
      response.setHeader("content-type", "text/html");
      response.end(`<p>Waiting.<script>
        const p = document.querySelector("p");
        requestAnimationFrame(() => { p.textContent = "One."; requestAnimationFrame(() => { p.textContent = "Two."; }); });
        new ResizeObserver(() => document.body.append("Measured.")).observe(p);</script>`);
    });
    expect(await textsOf("/frames")).toEqual(["Two.", "Measured."]);
  });

  it("waits for what comes with animations and transitions, and is held up by none", async () => {
    site.on("/moves", (_request, response) => {
      response.setHeader("content-type", "text/html");
      response.end(`<style>@keyframes in { from { opacity: 0 } } #a { animation: in 50ms } #t { transition: translate 50ms }</style>
        <p id="a">Animated</p><p id="t">Moved</p><p id="v">Changed</p><script>
        a.onanimationend = () => { a.textContent += ", ended"; };
        t.ontransitionend = () => { t.textContent += ", ended"; };
        requestAnimationFrame(() => requestAnimationFrame(() => { t.style.translate = "9px"; }));
        const view = document.startViewTransition(() => { v.textContent += ", updated"; });
        view.ready.catch(({ name }) => { v.textContent += ", " + name; });
        view.finished.then(() => { v.textContent += ", finished"; });</script>`);
    });
    expect(await textsOf("/moves")).toEqual(["Animated, ended", "Moved, ended", "Changed, AbortError, updated, finished"]);
  });

  it("reads shadow trees with their slots, nested ones too", async () => {
    expect(await textsOf("/shadow-dom/")).toEqual([
      "Cards",
      "Opening hours",
      "Come in.",
      "Every day from nine.",
      "Deep inside.",
    ]);
  });

  it("skips what style sheets hide, and keeps what is visible in it", async () => {
    expect(await textsOf("/css-hidden/")).toEqual([
      "Hidden",
      "Shown first.",
      "Invisible",
      "Visible in invisible.",
      "Word ends.",
    ]);
  });

  it("reads a page that never rests as it stands", async () => {
    expect((await textsOf("/never-settles/")).slice(0, 2)).toEqual(["Restless", "Steady text."]);
  });

  it("follows a page that moves on by itself, and says where it ended", async () => {
    const page = await rendered("/moves-on/");
    expect(page.finalUrl).toBe(`${site.url}/static-prose/`);
  });

  it("dismisses a storm of dialogs", async () => {
    expect(await textsOf("/alert-storm/")).toEqual(["Alerts", "Before the alerts.", "After the alerts."]);
  });

  it("is not taken in by a page that replaces built-in functions", async () => {
    site.on("/replaced", (_request, response) => {
      response.setHeader("content-type", "text/html");
      response.end(
        `<!doctype html><p>Honest.</p><script>Element.prototype.getHTML = () => "lie"; window.getComputedStyle = () => null; Array.prototype.push = null; Promise = null; JSON.stringify = null;</script>`,
      );
    });
    expect(await textsOf("/replaced")).toEqual(["Honest."]);
  });

  it("says with which status a page came", async () => {
    site.on("/gone", (_request, response) => response.writeHead(410, { "content-type": "text/html" }).end("<p>Gone."));
    expect(await rendered("/gone")).toMatchObject({ status: 410, finalUrl: `${site.url}/gone` });
  });

  it("sends an honest User-Agent and the site's language", async () => {
    const seen: (string | undefined)[] = [];
    site.on("/headers", (request, response) => {
      seen.push(request.headers["user-agent"], request.headers["accept-language"]);
      response.setHeader("content-type", "text/html").end("<p>x");
    });
    await rendered("/headers");
    expect(seen).toEqual(["FlawlessTest/1.0 (+https://flawless.example/bot)", "en-GB"]);
  });

  it.each(["/static-prose/", "/wild-markup/"])("gives the same Blocks and links as the HTML of %s", async (path) => {
    const url = site.url + path;
    const html = await (await fetch(url)).text();
    const page = await rendered(path);
    const [fromHttp, fromBrowser] = [extractPage(html, { url }), extractPage(page.html, { url })];
    expect(fromBrowser.blocks).toEqual(fromHttp.blocks);
    expect(isSameContent(fromHttp, fromBrowser)).toBe(true);
  });
});

describe("renderPage survives bad pages", () => {
  it("ends a script that runs for ever, and goes on with the next page", async () => {
    expect(await render("/endless-script/", { timeoutMs: 2_000 })).toMatchObject({ code: "browser-timeout" });
    expect(await textsOf("/moves-on/")).toContain("The source.");
  });

  it("goes on after a tab or the whole browser crashed", async () => {
    for (const command of ["Page.crash", "Browser.crash"] as const) {
      const own = await browser.newContext({});
      const session = new Promise<CDPSession>((resolve) => own.once("page", (page) => resolve(own.newCDPSession(page))));
      site.on("/slow", (_request, response) =>
        response.writeHead(200, { "content-type": "text/html" }).end('<script src="/never"></script>'),
      );
      // A tab cannot be crashed while it navigates, but while it waits for a script. The answer to the command never comes.
      site.on("/never", () => void session.then((opened) => opened.send(command)).catch(() => undefined));
      expect(await renderPage(openTab(own, "virtual"), `${site.url}/slow`, open)).toMatchObject({ code: "browser-crash" });
      await own.close().catch(() => undefined);
      expect(await textsOf("/static-prose/")).toContain("The source.");
    }
  });

  it("closes the popups that a page opens", async () => {
    expect(await textsOf("/popups/")).toContain("Opener.");
  });

  it("requests no popups, as no visitor asked for them, and goes where a page opens itself", async () => {
    const asked: string[] = [];
    site.on("/popped", (request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(200, { "content-type": "text/html" }).end("<p>A popup.</p>");
    });
    const script =
      "open('/popped?1'); open('/popped?2', 'other'); document.querySelector('a').click(); open('/static-prose/', '_self')";
    site.on("/opener", (_request, response) =>
      response
        .writeHead(200, { "content-type": "text/html" })
        .end(`<a href="/popped?3" target="_blank">x</a><script>${script}</script>`),
    );
    expect(await textsOf("/opener")).toContain("The source.");
    expect(asked).toEqual([]);
  });

  it("leaves a circle of pages that send visitors on", async () => {
    let asked = 0;
    const names = ["ebb", "flow"];
    for (const [at, name] of names.entries())
      site.on(`/${name}`, (_request, response) => {
        asked += 1;
        const script = `setTimeout(() => { location = "/${names[1 - at]}" }, 10)`;
        response.writeHead(200, { "content-type": "text/html" }).end(`<p>The tide: ${name}.</p><script>${script}</script>`);
      });
    expect((await textsOf("/ebb")).join(" ")).toMatch(/The tide: (?:ebb|flow)\./);
    expect(asked).toBeLessThanOrEqual(40);
  });

  it("takes no file for a page", async () => {
    site.on("/file", (_request, response) =>
      response.writeHead(200, { "content-type": "application/octet-stream", "content-disposition": "attachment" }).end("x"),
    );
    expect(await render("/file")).toMatchObject({ code: "not-html" });
  });

  it("stops at a page that never ends", async () => {
    site.on("/endless", (_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const more = () => {
        while (!response.destroyed && response.write("<p>more and more</p>".repeat(1000)));
      };
      response.on("drain", more);
      more();
    });
    expect(await render("/endless", { maxBytes: 1_000_000 })).toMatchObject({ code: "too-large" });
  });

  it("stops at a page that a script makes too large", async () => {
    site.on("/grows", (_request, response) =>
      response.setHeader("content-type", "text/html").end(`<script>document.write("x".repeat(3_000_000))</script>`),
    );
    expect(await render("/grows", { maxBytes: 1_000_000 })).toMatchObject({ code: "too-large" });
  });

  it("gives up on a server that never answers", async () => {
    site.on("/silent", () => undefined);
    expect(await render("/silent", { timeoutMs: 1_000 })).toMatchObject({ code: "browser-timeout" });
  });

  it("names a circle of redirects", async () => {
    site.on("/circle", (_request, response) => response.writeHead(302, { location: "/circle" }).end());
    expect(await render("/circle")).toMatchObject({ code: "redirect-loop" });
  });

  it("ends when asked to", async () => {
    site.on("/waiting", () => undefined);
    const controller = new AbortController();
    const result = render("/waiting", { signal: controller.signal });
    controller.abort(new Error("cancelled"));
    await expect(result).rejects.toThrow("cancelled");
  });
});

describe("renderPage keeps pages out of private networks", () => {
  const attack = () => `http://127.0.0.1:${elsewhere.port}`;

  it("refuses everything that a page loads from there", async () => {
    const target = attack();
    site.on("/attack", (_request, response) => {
      response.setHeader("content-type", "text/html");
      response.end(`<p id=out>Nothing.</p><img src="${target}/img"><script src="${target}/script"></script><iframe src="${target}/frame"></iframe>
        <link rel=stylesheet href="${target}/style"><script>
        const say = (text) => { document.getElementById("out").textContent += " " + text; };
        fetch("${target}/fetch", { mode: "no-cors" }).then(() => say("fetched"), () => say("refused"));
        fetch("/redirect", { mode: "no-cors" }).then(() => say("fetched"), () => say("refused"));
        fetch("http://rebound.example:${elsewhere.port}/name", { mode: "no-cors" }).then(() => say("fetched"), () => say("refused"));
        new WebSocket("${target.replace("http", "ws")}/socket").onerror = () => say("refused");
        new Worker("/worker.js");
        new Worker(URL.createObjectURL(new Blob(["fetch('${target}/worker', { mode: 'no-cors' })"])));
        </script>`);
    });
    site.on("/worker.js", (_request, response) =>
      response.setHeader("content-type", "text/javascript").end(`fetch("${target}/worker2")`),
    );
    site.on("/redirect", (_request, response) => response.writeHead(302, { location: `${target}/redirected` }).end());
    expect(await textsOf("/attack")).toEqual(["Nothing. refused refused refused refused"]);
    expect(elsewhere.requests).toEqual([]);
  });

  it("refuses a page there, by address, by name and by redirect", async () => {
    site.on("/away", (_request, response) => response.writeHead(302, { location: `${attack()}/away` }).end());
    const results = await Promise.all([
      context.render(`${attack()}/`, open),
      context.render(`http://rebound.example:${elsewhere.port}/`, open),
      render("/away"),
    ]);
    for (const result of results)
      expect(result).toMatchObject({ code: expect.stringMatching(/^(connection|private-address)$/) });
    expect(elsewhere.requests).toEqual([]);
  });
});
