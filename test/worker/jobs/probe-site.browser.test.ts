import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { type Handle, type HostileServer, startHostileServer, startRawServer } from "#test/support/servers/hostile-server.ts";
import { serveSite } from "#test/support/servers/site-server.ts";
import { createHttpClient } from "#worker/http/client/http-client.ts";
import { probeSite } from "#worker/jobs/probe-site.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
function keep<Closable extends { close(): Promise<void> }>(one: Closable): Closable {
  open.push(one);
  return one;
}

const html =
  (title = "Harbour Bakery"): Handle =>
  (_request, response) =>
    void response
      .writeHead(200, { "content-type": "text/html" })
      .end(`<!doctype html><html lang=en><title>${title}</title><p>Bread.</p></html>`);
const redirect =
  (location: string): Handle =>
  (_request, response) =>
    void response.writeHead(302, { location }).end();

/** A server that answers `/` with a page and robots.txt with 404, unless a test says otherwise. */
async function serve(handlers: Record<string, Handle> = {}, options: Parameters<typeof startHostileServer>[0] = {}) {
  const server: HostileServer = keep(await startHostileServer(options));
  for (const [path, handle] of Object.entries({ "/": html(), ...handlers })) server.on(path, handle);
  return { server, host: new URL(server.url).host };
}
function probe(typed: string, { allow = ["127.0.0.1"], timeoutMs = 2_000 } = {}) {
  return probeSite(keep(createHttpClient({ userAgent: "FlawlessBot test", allowedPrivateHosts: allow, timeoutMs })), typed);
}

describe("probeSite finds where a site begins", () => {
  it.each([
    ["without a scheme", (host: string) => host],
    ["with spaces around", (host: string) => `  ${host}/  `],
    ["with its scheme", (host: string) => `http://${host}`],
    ["in capitals, quoted", (host: string) => `"HTTP://${host}/"`],
    ["with a tracking parameter and a fragment", (host: string) => `http://${host}/?utm_source=mail#top`],
  ])("when it is typed %s", async (_how, type) => {
    const { server, host } = await serve();
    expect(await probe(type(host))).toEqual({ ok: true, startUrl: `${server.url}/`, title: "Harbour Bakery", lang: "en" });
  });

  it("on a real site, with its title and language", async () => {
    const { url } = keep(await serveSite(join(import.meta.dirname, "..", "..", "site")));
    expect(await probe(url)).toEqual({ ok: true, startUrl: `${url}/`, title: "Home – Harbour Bakery", lang: "en-US" });
    expect(await probe(`${url}/about.html`)).toMatchObject({ ok: true, startUrl: `${url}/about.html` });
  });

  it("over plain http where https answers with garbage or a bad certificate", async () => {
    const { server, host } = await serve();
    expect(await probe(host)).toMatchObject({ ok: true, startUrl: `${server.url}/` });
    expect(server.requests).toEqual(["GET /", "GET /robots.txt"]);
  });

  it("at the root when the server sends visitors to a language", async () => {
    const { server } = await serve({ "/": redirect("/en/"), "/en/": html("Welcome") });
    expect(await probe(server.url)).toMatchObject({ ok: true, startUrl: `${server.url}/`, title: "Welcome" });
  });

  it("on the host to which the whole site has moved, asking that one's robots.txt", async () => {
    const target = await serve();
    const { server } = await serve({ "/": redirect(`${target.server.url}/`) });
    expect(await probe(server.url)).toMatchObject({ ok: true, startUrl: `${target.server.url}/` });
    expect(target.server.requests).toContain("GET /robots.txt");
  });
});

describe("probeSite says in a clear sentence", () => {
  const refused = async (typed: string, options?: Parameters<typeof probe>[1]) => {
    const result = await probe(typed, options);
    if (result.ok) throw new Error("It was accepted.");
    expect(result.message).toMatch(/^\S.*\.$/s);
    expect(result.message).not.toMatch(/undefined|null|Error:|ECONN|at \w+\.|\bURL\b/);
    return result;
  };

  it.each(["with https", "without a scheme"])("that the secure connection fails, typed %s", async (how) => {
    const { server, host } = await serve({}, { certificate: "self-signed" });
    const { code, message } = await refused(how === "with https" ? server.url : host);
    expect(code).toBe("unreachable");
    expect(message).toContain(host);
    expect(message).toContain("certificate");
  });

  it("that a site without scheme answers neither way, naming the address", async () => {
    const host = `127.0.0.1:${await findFreePort()}`;
    expect(await refused(host)).toMatchObject({ code: "unreachable", message: expect.stringContaining(host) });
  });

  it("that robots.txt keeps us out", async () => {
    const { server, host } = await serve({
      "/robots.txt": (_request, response) => void response.end("User-agent: *\nDisallow: /\n"),
    });
    expect(await refused(server.url)).toMatchObject({ code: "robots-denied", message: expect.stringContaining(host) });
  });

  it("that robots.txt cannot be read", async () => {
    const { server, host } = await serve({ "/robots.txt": (_request, response) => void response.writeHead(503).end() });
    const { code, message } = await refused(server.url);
    expect(code).toBe("robots-denied");
    expect(message).toContain(host);
    expect(message).toContain("503");
  });

  it("that the address is no web page", async () => {
    const { server } = await serve({
      "/menu.pdf": (_request, response) => void response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF"),
    });
    const typed = `${server.url}/menu.pdf`;
    expect(await refused(typed)).toMatchObject({ code: "not-html", message: expect.stringContaining(typed) });
  });

  it.each(["127.0.0.1", "localhost", "10.0.0.7", "[::1]", "169.254.169.254"])("that %s is private", async (host) => {
    const { code, message } = await refused(host, { allow: [] });
    expect(code).toBe("private-address");
    expect(message).toContain(host);
  });

  it("that a site which redirects into a private network is private, without asking there", async () => {
    const inner = await serve();
    const { server, host } = await serve({ "/": redirect(inner.server.url) });
    expect(await refused(server.url, { allow: [host] })).toMatchObject({ code: "private-address" });
    expect(inner.server.requests).toEqual([]);
  });

  it.each([
    [404, "404"],
    [403, "403"],
    [500, "500"],
    [429, "429"],
  ])("that the first page answers %i", async (status, told) => {
    const { server } = await serve({ "/": (_request, response) => void response.writeHead(status).end() });
    const { code, message } = await refused(server.url);
    expect(code).toBe("unreachable");
    expect(message).toContain(`${server.url}/`);
    expect(message).toContain(told);
  });

  it("that redirects go round in a circle", async () => {
    const { server } = await serve({ "/": redirect("/again"), "/again": redirect("/") });
    expect(await refused(server.url)).toMatchObject({ code: "unreachable", message: expect.stringContaining(server.url) });
  });

  it("that the server is too slow, or says nothing that can be understood", async () => {
    const { server } = await serve({ "/": () => undefined });
    const slow = await refused(server.url, { timeoutMs: 300 });
    expect(slow).toMatchObject({ code: "unreachable", message: expect.stringMatching(/in time/) });
    expect(slow.message).toContain(server.url);
    const garbled = keep(await startRawServer("SSH-2.0-OpenSSH_9.9\r\n"));
    expect(await refused(garbled.url)).toMatchObject({ code: "unreachable", message: expect.stringContaining(garbled.url) });
  });

  it("that its robots.txt does not come in time", async () => {
    const { server } = await serve({ "/robots.txt": () => undefined });
    expect(await refused(server.url, { timeoutMs: 300 })).toMatchObject({
      code: "unreachable",
      message: expect.stringContaining(server.url),
    });
  });

  it.each([
    ["", "example.com"],
    ["my bakery", "my bakery"],
    ["ann@bakery.example", "ann@bakery.example"],
    ["ftp://bakery.example/", "ftp"],
    ["bakery", "bakery"],
    ["http://", "example.com"],
    ["javascript:alert(1)", "example.com"],
  ])("what is wrong with “%s”", async (typed, named) => {
    expect(await refused(typed)).toMatchObject({ code: "invalid-input", message: expect.stringContaining(named) });
  });
});
