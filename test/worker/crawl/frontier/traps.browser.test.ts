import { createServer, type Server } from "node:http";
import { gzipSync } from "node:zlib";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseArguments } from "#worker/cli/arguments.ts";
import { openCheck } from "#worker/cli/open-check.ts";

const LOAVES = ["rye", "spelt", "wheat", "oat", "barley", "malt", "maize", "millet"];
const html = (title: string, body: string) =>
  `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${body}</html>`;
const link = (href: string, text = "more") => `<a href="${href.replaceAll("&", "&amp;")}">${text}</a> `;

/** A shop with a calendar, filters, a page for the printer, session ids, two addresses for its start page, and a page that only a sitemap names. */
function answer(url: URL): { status: number; body: string | Buffer; type: string } {
  const page = (title: string, body: string) => ({ status: 200, body: html(title, body), type: "text/html" });
  const [, first, second] = url.pathname.split("/");
  // One for all links of a page: a server gives a visit one session.
  const session = `0123456789abcdef${Date.now()}`;
  if (url.pathname === "/" || url.pathname === "/index.html")
    return page(
      "The bakery",
      [
        ...LOAVES.map((loaf) => link(`/bread/${loaf}?sid=${session}`, loaf)),
        link("/calendar?month=11&year=2026"),
        link("/index.html"),
        link("/shop?sort=price&grain=rye"),
      ].join(""),
    );
  if (first === "bread" && LOAVES.includes(second ?? ""))
    return page(
      `Our ${second}`,
      `<p>The ${second} bread is baked each morning by hand.</p>${link(`${url.pathname}?print=1`, "Print")}`,
    );
  if (first === "calendar") {
    const at = Number(url.searchParams.get("year")) * 12 + Number(url.searchParams.get("month")) - 1;
    const to = (month: number) => link(`/calendar?month=${(month % 12) + 1}&year=${Math.floor(month / 12)}`);
    return page("Calendar", `<p>There is nothing to see in this month, so look at another.</p>${to(at + 1)}${to(at - 1)}`);
  }
  if (first === "shop") {
    const filters = ["sort", "grain", "size", "shape"].flatMap((name) =>
      LOAVES.map((loaf) => {
        const next = new URL(url);
        next.searchParams.set(name, loaf);
        return link(next.pathname + next.search, loaf);
      }),
    );
    return page("Shop", filters.join(""));
  }
  if (url.pathname === "/wp-sitemap.xml")
    return { status: 200, body: gzipSync(`<urlset><url><loc>/orphan</loc></url></urlset>`), type: "text/plain" };
  if (url.pathname === "/orphan") return page("Orphan", "<p>Nobody links to this page of the bakery.</p>");
  return { status: 404, body: html("Not found", "<p>There is no such page.</p>"), type: "text/html" };
}

describe("a site full of traps, over HTTP", () => {
  let server: Server;
  let home: string;
  let requests = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      requests += 1;
      const { status, body, type } = answer(new URL(request.url ?? "/", "http://site"));
      response.writeHead(status, { "content-type": type }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The server has no port.");
    home = `http://127.0.0.1:${address.port}/`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it("is read whole, its traps are left out and named with an example each", async () => {
    const wanted = parseArguments([home, "--allow-private", "--no-browser", "--max-pages", "5000", "--only", "spelling"]);
    const open = await openCheck([home], wanted, {
      appUrl: "https://flawless.example",
      configuredBrowser: undefined,
      log: pino({ level: "silent" }),
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    const { report, notChecked, failure } = await open.check(home).finally(open.close);
    expect(failure).toBeNull();
    const read = report.pages.map(({ url }) => url.replace(home, "/"));
    expect(read).toEqual(expect.arrayContaining(["/", "/orphan", ...LOAVES.map((loaf) => `/bread/${loaf}`)]));
    expect(read).not.toContain("/index.html");
    expect(
      Object.fromEntries(notChecked.map(({ code, example }) => [code, example?.replace(home, "/").split("?")[0]])),
    ).toMatchObject({
      "trap-dates": "/calendar",
      "trap-filters": "/shop",
      variants: expect.stringMatching(/^\/bread\//),
    });
    expect(requests).toBeLessThan(400);
  });
});
