import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Handle } from "#test/support/servers/hostile-server.ts";
import { NEVER, open, TIMEOUT_MS } from "#test/worker/http/hostile-world.ts";
import type { RobotsStore } from "#worker/core/url/robots/stored-robots.ts";
import { fetchRobots } from "#worker/http/read/robots.ts";

const RULES = "User-agent: *\nDisallow: /secret\n";

/** robots.txt as this handler or text gives it, and the path's standing. */
async function read(robots: string | Buffer | Handle, headers: Record<string, string> = {}) {
  await using world = await open();
  const { server, client } = world;
  const handle: Handle =
    typeof robots === "function"
      ? robots
      : (_, response) => response.writeHead(200, { "content-type": "text/plain", ...headers }).end(robots);
  server.on("/robots.txt", handle);
  const result = await fetchRobots(client, server.url, NEVER);
  return { ...result, url: server.url, allows: (path: string) => result.isAllowed(server.url + path) };
}

describe("fetchRobots", () => {
  it.each<[string, string | Buffer]>([
    ["plain rules", RULES],
    ["a byte order mark", `\uFEFF${RULES}`],
    ["Windows and old Mac line ends", "User-agent: *\r\nDisallow: /secret\r\n"],
    ["old Mac line ends alone", "User-agent: *\rDisallow: /secret\r"],
    ["comments and odd spacing", "# hello\n  user-AGENT :  *  # all\n\tdisallow:/secret # hidden"],
    ["a group that names us", "User-agent: *\nDisallow:\n\nUser-agent: flawlessbot\nDisallow: /secret"],
    ["a group of several names", "User-agent: otherbot\nUser-agent: FlawlessBot\nDisallow: /secret"],
    ["wildcards", "User-agent: *\nDisallow: /*cret$"],
    ["the longer rule before the shorter", "User-agent: *\nDisallow: /\nAllow: /open\nAllow: /$\nDisallow: /secret"],
    ["rubbish before the rules", `<<<>>>\n\u0000\n${RULES}`],
  ])("obeys %s", async (_, text) => {
    const { allows, failure } = await read(text);
    expect(failure).toBeNull();
    expect([allows("/secret"), allows("/open")]).toEqual([false, true]);
  });

  it("obeys packed rules", async () => {
    const { allows } = await read(gzipSync(RULES), { "content-encoding": "gzip" });
    expect([allows("/secret"), allows("/open")]).toEqual([false, true]);
  });

  it.each<[string, string]>([
    ["an empty file", ""],
    ["an HTML page in its place", "<!doctype html><title>Not found</title><p>Disallow nothing</p>"],
    ["rules for others", "User-agent: otherbot\nDisallow: /"],
    ["an empty Disallow", "User-agent: *\nDisallow:"],
  ])("allows everything with %s", async (_, text) => {
    const { allows, failure } = await read(text);
    expect([failure, allows("/secret")]).toEqual([null, true]);
  });

  it.each([400, 401, 403, 404, 410, 451])("allows everything when it answers %i", async (status) => {
    const { allows, failure } = await read((_, response) => response.writeHead(status).end(RULES));
    expect([failure, allows("/secret")]).toEqual([null, true]);
  });

  it.each([429, 500, 502, 503])("allows nothing when it answers %i, and says why", async (status) => {
    const { allows, failure } = await read((_, response) => response.writeHead(status).end());
    expect(failure).toMatchObject({ code: "robots", message: expect.stringContaining(String(status)) });
    expect(allows("/")).toBe(false);
  });

  it.each<[string, string, Handle]>([
    ["does not answer", "timeout", () => undefined],
    ["hangs up", "connection", (request) => void request.socket.destroy()],
    [
      "breaks off",
      "connection",
      (request) => void request.socket.end("HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\nUser-agent: *\n"),
    ],
  ])("allows nothing when the server %s", async (_, code, handle) => {
    const startedAt = performance.now();
    const { allows, failure } = await read(handle);
    expect(failure).toMatchObject({ code });
    expect(allows("/")).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(3 * TIMEOUT_MS);
  });

  it("follows redirects, five at least", async () => {
    const { allows } = await read((request, response) => {
      const at = Number(new URL(request.url ?? "", "http://x").searchParams.get("at"));
      if (at < 5) response.writeHead(301, { location: `/robots.txt?at=${at + 1}` }).end();
      else response.end(RULES);
    });
    expect([allows("/secret"), allows("/open")]).toEqual([false, true]);
  });

  it("follows no redirect without end", async () => {
    const { allows, failure } = await read((request, response) => {
      const at = Number(new URL(request.url ?? "", "http://x").searchParams.get("at"));
      response.writeHead(301, { location: `/robots.txt?at=${at + 1}` }).end();
    });
    expect([failure, allows("/secret")]).toEqual([null, true]);
  });

  it.each(["/robots.txt", "file:///etc/passwd"])("allows everything when it redirects to %s", async (location) => {
    const { allows, failure } = await read((_, response) => response.writeHead(302, { location }).end());
    expect([failure, allows("/secret")]).toEqual([null, true]);
  });

  it("obeys the beginning of one that is far too long", async () => {
    const { allows, failure } = await read(`${RULES}${"# and so on\n".repeat(100_000)}`);
    expect(failure).toBeNull();
    expect([allows("/secret"), allows("/open")]).toEqual([false, true]);
  });

  it("takes no half line for a rule where one that is too long is cut off", async () => {
    const last = "\nDisallow: /open-house\n";
    const filler = "#".repeat(512_000 - RULES.length - "\nDisallow: /".length);
    const { allows } = await read(`${RULES}${filler}${last}`);
    expect([allows("/secret"), allows("/open")]).toEqual([false, true]);
  });

  it("names sitemaps, relative ones too, and leaves out what is no address", async () => {
    const { sitemaps, url } = await read(
      "Sitemap: /one.xml\nSITEMAP: https://cdn.example/two.xml\nSitemap: http://[bad\nSitemap: file:///etc/passwd\n",
    );
    expect(sitemaps).toEqual([`${url}/one.xml`, "https://cdn.example/two.xml"]);
  });

  it("keeps Crawl-delay between requests to the host", async () => {
    await using world = await open();
    world.server.on("/robots.txt", (_, response) => response.end("User-agent: *\nCrawl-delay: 0.3\n"));
    await fetchRobots(world.client, world.server.url, NEVER);
    const startedAt = performance.now();
    await Promise.all(["/good", "/good", "/good"].map((path) => world.fetch(path)));
    expect(performance.now() - startedAt).toBeGreaterThan(590);
  });

  describe("with a copy on record", () => {
    const HOUR_MS = 3_600_000;
    /** Reads a robots.txt whose copy of so long ago said `RULES`, when the server now answers like this. */
    async function readAgain(handle: Handle, ageMs = HOUR_MS) {
      await using world = await open();
      const { server, client } = world;
      const asked: (string | undefined)[] = [];
      server.on("/robots.txt", (request, response) => {
        asked.push(request.headers["if-none-match"]);
        handle(request, response);
      });
      const keeps: string[] = [];
      const robotsFiles: RobotsStore = {
        find: async () => ({ text: RULES, etag: '"one"', lastModified: null, ageMs }),
        keep: async (_, { text }) => void keeps.push(text),
      };
      const robots = await fetchRobots({ ...client, robotsFiles }, server.url, NEVER);
      return { asked, keeps, failure: robots.failure, allows: (path: string) => robots.isAllowed(server.url + path) };
    }

    it("asks only whether it has changed, and goes by the copy where it has not", async () => {
      const { asked, keeps, allows } = await readAgain((_, response) => response.writeHead(304).end());
      expect(asked).toEqual(['"one"']);
      expect(keeps).toEqual([RULES]);
      expect([allows("/secret"), allows("/open")]).toEqual([false, true]);
    });

    it("goes by an edit at once", async () => {
      const { keeps, allows } = await readAgain((_, response) => response.end("User-agent: *\nDisallow: /open\n"));
      expect(keeps).toHaveLength(1);
      expect([allows("/secret"), allows("/open")]).toEqual([true, false]);
    });

    it.each<[string, Handle]>([
      ["is broken", (_, response) => response.writeHead(500).end()],
      ["hangs up", (request) => void request.socket.destroy()],
    ])("goes by the copy of the last day where the server %s, and by none that is older", async (_, handle) => {
      const { keeps, failure, allows } = await readAgain(handle, 23 * HOUR_MS);
      expect([keeps, failure]).toEqual([[], null]);
      expect([allows("/secret"), allows("/open")]).toEqual([false, true]);
      const late = await readAgain(handle, 25 * HOUR_MS);
      expect(late.failure).not.toBeNull();
      expect(late.allows("/open")).toBe(false);
    });

    it("forgets the copy of one that is gone", async () => {
      const { keeps, allows } = await readAgain((_, response) => response.writeHead(404).end());
      expect([keeps, allows("/secret")]).toEqual([[""], true]);
    });
  });
});
