import { deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { pino } from "pino";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requireBrowser } from "#test/support/require-browser.ts";
import { type RawServer, startRawServer } from "#test/support/servers/raw-server.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { RAW_HEADER } from "#worker/browser/forward-raw.ts";
import { type OpenBrowser, openBrowser } from "#worker/browser/open-browser.ts";
import { openSiteContext, type SiteContext } from "#worker/browser/site-context.ts";
import { hasAnchor } from "#worker/core/checks/links/fragment.ts";
import type { Needed } from "#worker/core/checks/links/target-use.ts";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { createHttpClient, type HttpClient } from "#worker/http/client/http-client.ts";
import { createLinkChecker } from "#worker/http/links/check-links.ts";
import { fetchPage } from "#worker/http/read/fetch-page.ts";

const NEVER = new AbortController().signal;
const answers = new Map<string, Buffer | string>();
let server: RawServer;
let browser: OpenBrowser;
let tab: Page;
let site: SiteContext;
let client: HttpClient;

beforeAll(async () => {
  server = await startRawServer(({ path }) => answers.get(path) ?? answer("404 Not Found", {}, "<h1>Not found</h1>"));
  const allowedPrivateHosts = [server.host];
  browser = await openBrowser({ executablePath: await requireBrowser(), allowedPrivateHosts, log: pino({ level: "silent" }) });
  tab = await (await browser.newContext({ locale: "en-US" })).newPage();
  // What Chromium itself makes of an answer: the proxy passes it on as it is.
  await tab.setExtraHTTPHeaders({ [RAW_HEADER]: "1" });
  site = openSiteContext({ browser, locale: "en-US" });
  client = createHttpClient({ userAgent: "TestBot/1.0", allowedPrivateHosts, timeoutMs: 5_000 });
});

afterAll(async () => {
  await site.close();
  await browser.close();
  await client.close();
  await server[Symbol.asyncDispose]();
});

function answer(status: string, headers: Record<string, string>, body: Buffer | string): Buffer {
  const bytes = Buffer.from(body);
  const all = { "Content-Type": "text/html", ...headers, "Content-Length": String(bytes.length), Connection: "close" };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join("")}\r\n`, "latin1"), bytes]);
}

const html = (body: Buffer | string, headers: Record<string, string> = {}) => answer("200 OK", headers, body);
const page = (body: string) => `<!doctype html><title>T</title>${body}`;
const TEXT = page("<p>Flour, water and salt.</p></html>");
const latin1 = (text: string) => Buffer.from(text, "latin1");

/** Returns the page as we read it: over HTTP, or by the browser where only that understands the answer. */
async function readOurs(path: string) {
  const url = server.url + path;
  const fetched = await fetchPage(client, url, { validators: null, signal: NEVER });
  if (fetched.kind === "html")
    return { url: fetched.url, content: extractPage(fetched.html, { url: fetched.url, ...fetched.source }) };
  if (fetched.kind !== "failure" || !fetched.isGarbled) throw new Error(`We did not read ${path}: ${JSON.stringify(fetched)}`);
  const rendered = await site.render(url, { timeoutMs: 10_000, maxBytes: 1_000_000, isGarbled: true });
  if ("code" in rendered) throw new Error(`The browser did not read ${path}: ${rendered.message}`);
  return { url: rendered.finalUrl, content: extractPage(rendered.html, { url: rendered.baseUrl }) };
}

const shownBy = () => tab.evaluate(() => document.body.textContent.trim());
const linksBy = () => tab.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ href }) => href));

/** Returns an answer in two chunks. `after`: what follows a chunk's length; `before`: what precedes it; `end`: the last lines. */
function chunked({
  before = "",
  after = "\r\n",
  end = "0\r\n\r\n",
}: {
  before?: string;
  after?: string;
  end?: string;
}): Buffer {
  const parts = [TEXT.slice(0, 30), TEXT.slice(30)].map((part) => `${before}${part.length.toString(16)}${after}${part}\r\n`);
  return latin1(
    `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${parts.join("")}${end}`,
  );
}

describe("we read what Chromium shows", () => {
  const lines = (head: string) => Buffer.from(head + TEXT, "latin1");
  const length = Buffer.byteLength(TEXT);
  const crc = gzipSync(TEXT);
  crc.writeUInt32LE(1, crc.length - 8);
  it.each<[string, Buffer]>([
    ["gzip", html(gzipSync(TEXT), { "Content-Encoding": "gzip" })],
    ["gzip without its end", html(gzipSync(TEXT).subarray(0, -8), { "Content-Encoding": "gzip" })],
    ["gzip with bytes after it", html(Buffer.concat([gzipSync(TEXT), latin1("<!-- x -->")]), { "Content-Encoding": "gzip" })],
    ["gzip with a wrong checksum", html(crc, { "Content-Encoding": "gzip" })],
    ["deflate", html(deflateSync(TEXT), { "Content-Encoding": "deflate" })],
    ["raw deflate", html(deflateRawSync(TEXT), { "Content-Encoding": "deflate" })],
    ["zstd", html(zstdCompressSync(TEXT), { "Content-Encoding": "zstd" })],
    ["an encoding that is none", html(TEXT, { "Content-Encoding": "utf-8" })],
    [
      "lines that end with LF alone",
      lines(`HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: ${length}\nConnection: close\n\n`),
    ],
    [
      "a space in a header's name",
      lines(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX Cache Info: hit\r\nConnection: close\r\n\r\n`),
    ],
    ["a space before a colon", lines(`HTTP/1.1 200 OK\r\nContent-Type : text/html\r\nConnection: close\r\n\r\n`)],
    [
      "a control character in a header",
      lines(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Note: a\x01b\r\nConnection: close\r\n\r\n`),
    ],
    [
      "two equal lengths",
      lines(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${length}\r\nContent-Length: ${length}\r\n\r\n`),
    ],
    ["no reason after the status", lines(`HTTP/1.1 200\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n`)],
    ["a version in small letters", lines(`http/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n`)],
    ["letters before the version", lines(`zz HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n`)],
    ["two spaces in its first line", lines(`HTTP/1.1  200  OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n`)],
    ["a length that is no number", lines(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: all\r\n\r\n`)],
    [
      "a header without a colon",
      lines(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nFresh bread\r\nConnection: close\r\n\r\n`),
    ],
    ["spaces after chunk lengths", chunked({ after: "    \r\n" })],
    ["zeros before chunk lengths", chunked({ before: "0000" })],
    ["extensions of chunks", chunked({ after: ';kind=rye;name="a b"\r\n' })],
    ["extensions of chunks after spaces", chunked({ after: " ; kind = rye\r\n" })],
    ["odd extensions of chunks", chunked({ after: ';="\r\n' })],
    ["chunk lengths that end with LF alone", chunked({ after: "\n" })],
    ["trailers", chunked({ end: "0\r\nX-Sum: 9e10\r\nX-Mill: old\r\n\r\n" })],
    ["trailers that are no headers", chunked({ end: "0\r\nno header\r\n\r\n" })],
    ["an unasked 100 Continue", Buffer.concat([latin1("HTTP/1.1 100 Continue\r\n\r\n"), html(TEXT)])],
    ["headers of 60 KB", html(TEXT, { "Content-Security-Policy": "img-src https://a.example; ".repeat(2_400) })],
    ["a redirect without an address", answer("302 Found", {}, TEXT)],
    ["a redirect to nothing", answer("301 Moved Permanently", { Location: "" }, TEXT)],
    ["a choice", answer("300 Multiple Choices", { Location: "/elsewhere" }, TEXT)],
    ["an unknown type", html(TEXT, { "Content-Type": "unknown/unknown" })],
    [
      "an undeclared old encoding",
      html(latin1(page("<p>Wir \xf6ffnen t\xe4glich f\xfcr G\xe4ste und gr\xfc\xdfen sch\xf6n.</p>"))),
    ],
    [
      "a late declaration of its encoding",
      html(
        latin1(
          `<!doctype html><head><!--${"x".repeat(1_500)}--><meta charset=iso-8859-2><title>T</title></head><p>\xb1\xea</p>`,
        ),
      ),
    ],
    ["windows-1252", html(latin1(page("<p>caf\xe9 \x80</p>")), { "Content-Type": "text/html; charset=iso-8859-1" })],
    [
      "XHTML in Latin-1",
      html(
        latin1(
          `<?xml version="1.0" encoding="ISO-8859-1"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title><script src="/a.js"/></head><body><p>caf\xe9 <![CDATA[1 < 2]]></p></body></html>`,
        ),
        {
          "Content-Type": "application/xhtml+xml",
        },
      ),
    ],
    [
      "XML that is XHTML",
      html(`<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><div/><p>Plain.</p></body></html>`, {
        "Content-Type": "text/xml",
      }),
    ],
  ])("in an answer with %s", async (name, bytes) => {
    const path = `/shows/${name.replaceAll(" ", "-")}`;
    answers.set(path, bytes);
    await tab.goto(server.url + path);
    const { content } = await readOurs(path);
    const texts = content.blocks.filter(({ kind }) => kind !== "title").map(({ text }) => text);
    expect(texts).toEqual([await shownBy()]);
  });
});

describe("we read what Chromium shows of an answer that it calls incomplete", () => {
  const length = Buffer.byteLength(TEXT);
  const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n";
  it.each<[string, string]>([
    ["a body that is shorter than it says", `${head}Content-Length: ${length + 99}\r\n\r\n${TEXT}`],
    ["no last chunk", `${head}Transfer-Encoding: chunked\r\n\r\n${length.toString(16)}\r\n${TEXT}\r\n`],
  ])("with %s", async (name, bytes) => {
    const path = `/incomplete/${name.replaceAll(" ", "-")}`;
    answers.set(path, bytes);
    let shown = "";
    // Chromium shows the page and then calls the navigation failed, sometimes before it is there.
    await waitFor("Chromium to show the page", async () => {
      await tab.goto(server.url + path, { waitUntil: "commit" }).catch(() => undefined);
      shown = await shownBy().catch(() => "");
      return shown.includes("salt");
    });
    const { content } = await readOurs(path);
    expect(content.blocks.filter(({ kind }) => kind !== "title").map(({ text }) => text)).toEqual([shown]);
  });
});

describe("we ask for what Chromium asks for", () => {
  it.each<[string, Buffer]>([
    ["UTF-8", Buffer.from(page(`<a href="/ä?ö=€&日#ü">x</a>`))],
    ["windows-1252", latin1(page(`<a href="/\xe4?\xf6=\x80&x=1#\xfc">x</a><a href="?&#26085;&#128512;">y</a>`))],
    ["iso-8859-2", latin1(page(`<a href="?\xb1">x</a>`))],
    ["windows-1251", latin1(page(`<a href="?\xdf\xf0">x</a>`))],
    ["gb2312", latin1(page(`<a href="/order?no=\xba\xe917&\xa2\xe3">x</a><a href="?&#228;">y</a>`))],
    ["gb18030", latin1(page(`<a href="?\x81\x30\x8a\x31">x</a>`))],
    ["Shift_JIS", latin1(page(`<a href="?\x95\x5c=\x83\x65">x</a><a href="?&#228;">y</a>`))],
    ["EUC-JP", latin1(page(`<a href="?\xc6\xfc">x</a><a href="?&#228;">y</a>`))],
    ["EUC-KR", latin1(page(`<a href="?\xc7\xd1">x</a>`))],
    ["Big5", latin1(page(`<a href="?\xa4\xe9">x</a>`))],
    ["utf-16le", Buffer.from(`\uFEFF${page(`<a href="?ä">x</a>`)}`, "utf16le")],
  ])("in the links of a page in %s", async (charset, body) => {
    const path = `/links/${charset}`;
    answers.set(path, html(body, { "Content-Type": `text/html; charset=${charset}` }));
    await tab.goto(server.url + path);
    const { content } = await readOurs(path);
    expect(content.links.map(({ url }) => url)).toEqual(await linksBy());
  });

  it.each<[string, Buffer]>([
    ["UTF-8", Buffer.from("/r\u00e4tsel?\u00e4")],
    ["Latin-1", latin1("/caf\xe9?\xe9")],
    ["spaces", latin1("/tea room")],
    ["a fragment", latin1("/new#part")],
    ["escapes", latin1("/a%2fb%E4")],
  ])("after a redirect with %s", async (name, location) => {
    const path = `/moves/${name.replaceAll(" ", "-")}`;
    const head = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: ";
    answers.set(path, Buffer.concat([Buffer.from(head), location, Buffer.from("\r\n\r\n")]));
    const askedBy = async (go: () => Promise<unknown>) => {
      server.requests.length = 0;
      await go();
      return server.requests.map((request) => request.path).filter((asked) => asked !== "/favicon.ico");
    };
    const url = `${server.url + path}#own`;
    const theirs = await askedBy(() => tab.goto(url));
    let final = "";
    const ours = await askedBy(async () => {
      const fetched = await fetchPage(client, url, { validators: null, signal: NEVER });
      if (fetched.kind !== "not-modified") final = fetched.url;
    });
    expect([ours, final]).toEqual([theirs, tab.url()]);
  });

  it("after a Refresh header", async () => {
    answers.set("/waits", html(TEXT, { Refresh: "0; url='/next'" }));
    answers.set("/next", html(TEXT));
    await tab.goto(`${server.url}/waits`);
    await tab.waitForURL(`${server.url}/next`);
    expect((await readOurs("/waits")).content.links.map(({ url }) => url)).toEqual([tab.url()]);
  });

  it("with the headers that servers choose by", async () => {
    const uses: [string, Needed, string][] = [
      ["/parts/a.png", "picture", `<img src="/parts/a.png">`],
      ["/parts/a.css", "style sheet", `<link rel=stylesheet href="/parts/a.css">`],
      ["/parts/a.js", "script", `<script src="/parts/a.js"></script>`],
      ["/parts/frame", "document", `<iframe src="/parts/frame"></iframe>`],
    ];
    answers.set("/parts/", html(page(uses.map(([, , element]) => element).join(""))));
    for (const [path] of uses) answers.set(path, html("x", { "Content-Type": "application/octet-stream" }));
    const headersBy = async (go: () => Promise<unknown>) => {
      server.requests.length = 0;
      await go();
      const chosen = uses.map(([path]) => server.requests.find((request) => request.path === path)?.headers ?? {});
      return chosen.map(({ accept, referer, "accept-language": languages }) => [
        accept?.split(",")[0],
        referer,
        languages?.split(",")[0],
      ]);
    };
    const from = `${server.url}/parts/`;
    const theirs = await headersBy(() => tab.goto(from));
    const check = createLinkChecker(client, { pauseMs: 1 });
    const ours = await headersBy(() => {
      const needs = new Map(uses.map(([path, needed]) => [server.url + path, needed]));
      const findUse = (url: string) => ({ needs: needs.get(url) ?? "file", page: from }) as const;
      return Array.fromAsync(check([...needs.keys()], NEVER, undefined, findUse));
    });
    expect(ours).toEqual(theirs);
  });
});

describe("we find the anchors that Chromium scrolls to", () => {
  it.each(["a", "b%20c", "k%C3%A4se", "k%E4se", "50%", "50%25", "%zz", "x%zz%20y", "A", "gone", "%EF%BB%BFa", "b c"])(
    "#%s",
    async (fragment) => {
      const ids = ["a", "b c", "käse", "50%", "%zz", "x%zz y", "k\uFFFDse", "\uFEFFa"];
      const path = `/anchors/${encodeURIComponent(fragment)}`;
      const body = page(ids.map((id) => `<p id="${id}">${id}</p>`).join(""));
      answers.set(path, html(body, { "Content-Type": "text/html; charset=utf-8" }));
      const url = `${server.url}${path}#${fragment}`;
      await tab.goto(url);
      const isTarget = await tab.evaluate(() => document.querySelector(":target") !== null);
      expect(hasAnchor(ids, new URL(url).hash.slice(1))).toBe(isTarget);
    },
  );
});

describe("we believe the files that Chromium uses", () => {
  const PNG = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const CSS = "#mark { position: fixed }";
  const JS = "document.title = 'ran'";
  const rows: [Needed, string, Buffer | string, Record<string, string>?][] = [
    ["picture", "image/png", PNG],
    ["picture", "text/html", PNG],
    ["picture", "text/html", TEXT],
    ["picture", "text/html", ""],
    ["picture", "text/plain", "no such file"],
    ["style sheet", "text/css", CSS],
    ["style sheet", "text/html", CSS],
    ["style sheet", "text/html", TEXT],
    ["style sheet", "text/plain", CSS, { "X-Content-Type-Options": "nosniff" }],
    ["script", "text/javascript", JS],
    ["script", "text/html", JS],
    ["script", "text/html", TEXT],
    ["script", "text/plain", JS, { "X-Content-Type-Options": "nosniff" }],
    ["script", "image/png", JS],
  ];
  const elements = new Map<Needed, (url: string) => string>([
    ["picture", (url) => `<img id=mark src="${url}">`],
    ["style sheet", (url) => `<link rel=stylesheet href="${url}"><p id=mark>x</p>`],
    ["script", (url) => `<script src="${url}"></script><p id=mark>x</p>`],
  ]);
  it.each(rows)("a %s of type %s (%#)", async (needed, type, body, headers = {}) => {
    const file = `/files/${[needed, type, ...Object.keys(headers)].join("-").replace(/\W/g, "-")}-${body.length}`;
    answers.set(file, html(body, { "Content-Type": type, ...headers }));
    answers.set(`${file}.page`, html(page(elements.get(needed)?.(file) ?? "")));
    await tab.goto(`${server.url}${file}.page`);
    const isUsed = await tab.evaluate(() => {
      const mark = document.querySelector("#mark");
      if (mark instanceof HTMLImageElement) return mark.naturalWidth > 0;
      return document.title === "ran" || (mark !== null && getComputedStyle(mark).position === "fixed");
    });
    const use = { needs: needed, page: `${server.url}${file}.page` };
    const check = createLinkChecker(client, { pauseMs: 1 });
    const [verdict] = await Array.fromAsync(check([server.url + file], NEVER, undefined, () => use));
    expect([verdict?.state, verdict?.rule]).toEqual(isUsed ? ["ok", null] : ["broken", "links/wrong-type"]);
  });
});
