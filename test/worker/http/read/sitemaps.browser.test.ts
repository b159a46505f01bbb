import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { HostileServer } from "#test/support/servers/hostile-server.ts";
import { NEVER, open } from "#test/worker/http/hostile-world.ts";
import { readSitemaps } from "#worker/http/read/sitemaps.ts";

const URLSET = '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">';
const urlset = (...addresses: string[]) =>
  `${URLSET}${addresses.map((address) => `<url><loc>${address}</loc><priority>1</priority></url>`).join("")}</urlset>`;
const index = (...addresses: string[]) =>
  `<sitemapindex>${addresses.map((address) => `<sitemap><loc>${address}</loc></sitemap>`).join("")}</sitemapindex>`;

type Files = Record<string, string | Buffer>;

async function read(files: Files | ((server: HostileServer) => Files), { limit = 100, from = ["/sitemap.xml"] } = {}) {
  await using world = await open();
  const { server, client } = world;
  for (const [path, body] of Object.entries(typeof files === "function" ? files(server) : files))
    server.on(path, (_, response) => response.writeHead(200, { "content-type": "application/xml" }).end(body));
  const urls = from.map((path) => server.url + path);
  const { pages, filesLeft } = await readSitemaps(client, urls, { limit, signal: NEVER });
  return { pages: pages.map((page) => page.replace(server.url, "")), filesLeft, requests: server.requests };
}

describe("readSitemaps", () => {
  it("reads a plain one", async () => {
    const { pages } = await read({ "/sitemap.xml": urlset("/a", " /b?x=1&amp;y=2 ", "https://other.example/c") });
    expect(pages).toEqual(["/a", "/b?x=1&y=2", "https://other.example/c"]);
  });

  it("reads an index of sitemaps, gzipped files and all", async () => {
    const { pages } = await read({
      "/sitemap.xml": index("/one.xml", "/two.xml.gz", "/missing.xml"),
      "/one.xml": urlset("/a"),
      "/two.xml.gz": gzipSync(urlset("/b")),
    });
    expect(pages).toEqual(["/a", "/b"]);
  });

  it("gives those first that changed last, and those without a date last", async () => {
    const entry = (path: string, date = "") => `<url><loc>${path}</loc>${date && `<lastmod>${date}</lastmod>`}</url>`;
    const { pages } = await read({
      "/sitemap.xml": index("/one.xml", "/two.xml"),
      "/one.xml": `<urlset>${entry("/none")}${entry("/old", "2019-01-01")}</urlset>`,
      "/two.xml": `<urlset>${entry("/new", "2026-11-20T10:00:00+01:00")}${entry("/middle", "2025")}</urlset>`,
    });
    expect(pages).toEqual(["/new", "/middle", "/old", "/none"]);
  });

  it.each<[string, Buffer]>([
    ["packed twice", gzipSync(gzipSync(urlset("/a", "/b")))],
    ["in UTF-16", Buffer.from(`\uFEFF${urlset("/a", "/b")}`, "utf16le")],
    ["in UTF-16 the other way round", Buffer.from(`\uFEFF${urlset("/a", "/b")}`, "utf16le").swap16()],
  ])("reads one that is %s", async (_, body) => {
    expect((await read({ "/sitemap.xml.gz": body }, { from: ["/sitemap.xml.gz"] })).pages).toEqual(["/a", "/b"]);
  });

  it.each<[string, Buffer]>([
    [
      "its first line",
      Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?><urlset><url><loc>/sk\xf6rd</loc></url></urlset>`, "latin1"),
    ],
    [
      "its first line, gzipped",
      gzipSync(
        Buffer.from(`<?xml version='1.0' encoding='windows-1252'?><urlset><url><loc>/sk\xf6rd</loc></url></urlset>`, "latin1"),
      ),
    ],
    ["nothing, which means UTF-8", Buffer.from("<urlset><url><loc>/skörd</loc></url></urlset>")],
    ["nothing, as plain text", Buffer.from("https://other.example/skörd\n")],
  ])("reads one in the encoding named by %s", async (_, body) => {
    const { pages } = await read({ "/sitemap.xml": body });
    expect(pages.map((page) => page.replace("https://other.example", ""))).toEqual(["/sk%C3%B6rd"]);
  });

  it("follows an index on the hosts that were named, not to others", async () => {
    await using other = await open();
    other.server.on("/theirs.xml", (_, response) => response.end(urlset("/stolen")));
    const { pages } = await read(() => ({
      "/sitemap.xml": index(`${other.server.url}/theirs.xml`, "/own.xml"),
      "/own.xml": urlset("/a"),
    }));
    expect(pages).toEqual(["/a"]);
    expect(other.server.requests).toEqual([]);
  });

  it("asks once for an index that names itself, and for two that name each other", async () => {
    const { pages, requests } = await read({
      "/sitemap.xml": index("/sitemap.xml", "/other.xml"),
      "/other.xml": index("/sitemap.xml", "/pages.xml"),
      "/pages.xml": urlset("/a"),
    });
    expect(pages).toEqual(["/a"]);
    expect(requests).toEqual(["GET /sitemap.xml", "GET /other.xml", "GET /pages.xml"]);
  });

  it("keeps what it has read when its time is over", async () => {
    await using world = await open();
    const { server, client } = world;
    const over = new AbortController();
    server.on("/sitemap.xml", (_, response) => response.end(index("/one.xml", "/slow.xml", "/three.xml")));
    server.on("/one.xml", (_, response) => response.end(urlset("/a")));
    server.on("/slow.xml", () => over.abort());
    const read = await readSitemaps(client, [`${server.url}/sitemap.xml`], { limit: 100, signal: over.signal });
    expect(read).toMatchObject({ pages: [`${server.url}/a`], filesLeft: 2, isComplete: false });
    expect(server.requests).not.toContain("GET /three.xml");
  });

  it("stops at its limit, and at a hundred files", async () => {
    const many = await read({ "/sitemap.xml": urlset(...Array.from({ length: 500 }, (_, at) => `/p${at}`)) }, { limit: 20 });
    expect(many.pages).toHaveLength(20);
    expect(many.filesLeft).toBe(0);
    const endless = await read({ "/sitemap.xml": index(...Array.from({ length: 300 }, (_, at) => `/none-${at}.xml`)) });
    expect(endless.requests).toHaveLength(100);
    expect(endless.filesLeft).toBe(201);
  });

  it.each<[string, string | Buffer]>([
    ["plain text", "\uFEFFhttp://site.example/a\r\n\r\n  http://site.example/b  \nnot an address\nftp://site.example/c\n"],
    ["RSS", "<rss><channel><link>/channel</link><item><link>/a</link></item><item><link>/b</link></item></channel></rss>"],
    [
      "Atom",
      '<feed><link href="/feed"/><entry><link href="/a"/></entry><entry><link rel="alternate" href="/b"/></entry></feed>',
    ],
    [
      "a name space prefix",
      '<s:urlset xmlns:s="x"><s:url><s:loc>/a</s:loc></s:url><s:url><s:loc>/b</s:loc></s:url></s:urlset>',
    ],
    ["CDATA", "<urlset><url><loc><![CDATA[/a]]></loc></url><url><loc><![CDATA[/b]]></loc></url></urlset>"],
    [
      "images beside",
      `${URLSET}<url><loc>/a</loc><image:image><image:loc>/i.png</image:loc></image:image></url><url><loc>/b</loc></url></urlset>`,
    ],
    ["a file that is cut off", urlset("/a", "/b", "/cut").slice(0, -40)],
    ["a byte order mark and space before", `\uFEFF \n${urlset("/a", "/b")}`],
    ["a gzipped file that is cut off late", gzipSync(urlset("/a", "/b")).subarray(0, -4)],
    ["addresses that are no web pages", urlset("/a", "javascript:alert(1)", "file:///etc/passwd", "http://[bad", "", "/b")],
  ])("reads %s", async (_, body) => {
    const { pages } = await read({ "/sitemap.xml": body });
    expect(pages.map((page) => page.replace("http://site.example", ""))).toEqual(["/a", "/b"]);
  });

  it.each<[string, string | Buffer]>([
    ["an HTML page", "<!doctype html><title>No</title><p>Not found<br><a href=/x>x</a>"],
    ["an empty file", ""],
    ["binary rubbish", Buffer.from([0x1f, 0x8b, 0, 1, 2, 3, 4, 5])],
    ["XML rubbish", "<<<>>>&&&<urlset><<url>"],
    ["deep nesting", "<a>".repeat(50_000)],
  ])("gets nothing out of %s, and survives", async (_, body) => {
    expect((await read({ "/sitemap.xml": body })).pages).toEqual([]);
  });

  it("expands no entities", async () => {
    const laughs = Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("");
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const startedAt = performance.now();
    const { pages } = await read({
      "/sitemap.xml": `${bomb}<urlset><url><loc>/a</loc></url><url><loc>/&l30;&f;</loc></url></urlset>`,
    });
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(pages.join().length).toBeLessThan(100);
    expect(pages.join()).not.toMatch(/root:|lollol/);
  });

  it("gives up a gzipped file that unpacks to more than 50 MB, keeping its beginning", async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from(urlset("/a")), Buffer.alloc(60_000_000, " ")]));
    expect((await read({ "/sitemap.xml": bomb })).pages).toEqual(["/a"]);
  });
});
