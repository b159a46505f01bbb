import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHostileServer } from "#test/support/servers/hostile-server.ts";
import { type SiteServer, serveSite } from "#test/support/servers/site-server.ts";
import { openRealWorld, type RealCrawl, type RealWorld } from "./hostile-crawl.ts";

const SITES = new URL("../../fixtures/sites/", import.meta.url).pathname;
const OLD_PAGES = ["/old.html", "/second.html"];
const HANDBOOK = "/usr/share/doc/debian-handbook/html/en-US";

let world: RealWorld;
beforeAll(async () => {
  world = await openRealWorld();
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

/** Returns what a Crawl stored for each page: its Blocks in order and the links that visitors can follow. */
function said({ memory }: RealCrawl): Record<string, { blocks: string[]; links: string[] }> {
  const pages = memory.pages().map(({ visit, known }) => {
    const blocks = (known.snapshot?.blocks ?? []).map(({ hash }) => memory.block(hash)?.text ?? "a text that is not on record");
    const links = (known.snapshot?.links ?? []).filter(({ element }) => !["script", "link", "meta"].includes(element));
    return [
      new URL(visit.url).pathname,
      { blocks, links: [...new Set(links.map(({ element, url }) => `${element} ${url}`))].sort() },
    ];
  });
  return Object.fromEntries(pages);
}

/** Serves pages of the old site without a charset in their header, as servers of their time did. */
function leaveCharsetToPage({ url = "" }: IncomingMessage, response: ServerResponse): boolean {
  const path = `${SITES}old-markup${url === "/" ? "/index.html" : url}`;
  if (!OLD_PAGES.includes(url)) return false;
  response.writeHead(200, { "content-type": "text/html" }).end(readFileSync(path));
  return true;
}

/** Crawls a folder as the engine chooses and with the browser alone; both must say the same. Gives how the pages were read. */
async function compare(folder: string, startPath: string, plan: { pageLimit: number; exclude?: string[] }) {
  const server: SiteServer = await serveSite(folder, { intercept: leaveCharsetToPage });
  try {
    const chosen = await world.crawl(server.url + startPath, { plan });
    const inBrowser = await world.crawl(server.url + startPath, { plan: { ...plan, browser: "always" } });
    expect(chosen.account).toMatchObject({ state: "finished", pages: { failed: 0 } });
    expect(said(chosen)).toEqual(said(inBrowser));
    return { chosen: chosen.account, inBrowser: inBrowser.account, said: said(chosen) };
  } finally {
    await server.close();
  }
}

describe("what a crawl says of a page without the browser is what the browser says", () => {
  it.each(["static-prose", "wild-markup", "css-hidden", "client-rendered", "shadow-dom", "prose-with-widgets"])(
    "on the site %s",
    async (name) => {
      const { inBrowser } = await compare(`${SITES}${name}`, "/", { pageLimit: 20 });
      expect(inBrowser.rendered).toBeGreaterThan(0);
    },
  );

  it("on pages of the last century, in the encodings that they declare", async () => {
    const { said } = await compare(`${SITES}old-markup`, "/old.html", { pageLimit: 20 });
    expect(said["/old.html"]?.blocks).toEqual([
      "Old café",
      "Old café",
      "Written by hand in 1998.",
      "Cafés & bars",
      "Two",
      "next",
      "a",
      "b",
    ]);
    expect(said["/second.html"]?.blocks).toEqual(["Second", "“Quoted” – dash", "back", "Written late"]);
  });

  it("on the plain site of a bakery, of which one page needs the browser", async () => {
    const { chosen, inBrowser } = await compare(new URL("../../site/", import.meta.url).pathname, "/", { pageLimit: 20 });
    expect(chosen.rendered).toBe(1);
    expect(inBrowser.rendered).toBe(inBrowser.pages.new);
  });

  it.skipIf(!existsSync(HANDBOOK))("on pages of a real book", async () => {
    const { chosen, inBrowser } = await compare(HANDBOOK, "/index.html", { pageLimit: 25 });
    expect(chosen.rendered).toBe(0);
    expect(inBrowser.rendered).toBe(25);
  });
});

describe("a page whose script changes its address", () => {
  it("stays the page that was asked for, with its links where visitors are led", async () => {
    const server = await startHostileServer();
    const send = (path: string, html: string) =>
      server.on(path, (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
    const app = `document.body.innerHTML = "<h1>Shop</h1><a href='chairs'>Chairs</a>"; history.replaceState({}, "", "/shop/");`;
    send("/", `<title>Shop</title><body><script>${app}</script></body>`);
    send("/shop/chairs", "<title>Chairs</title><p>Red chairs.");
    const crawl = await world.crawl(`${server.url}/`);
    await server.close();
    expect(crawl.outcomes).toEqual({ "/": "new", "/shop/chairs": "new" });
    expect(crawl.texts["/"]).toEqual(["Shop", "Chairs"]);
  });

  it("leaves its place to the page that it goes on to", async () => {
    const server = await serveSite(SITES);
    const crawl = await world.crawl(`${server.url}/moves-on/`);
    await server.close();
    expect(crawl.account.failure).toMatchObject({ code: "out-of-scope" });
  });
});
