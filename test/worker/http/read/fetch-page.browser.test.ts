import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { startRawServer } from "#test/support/servers/hostile-server.ts";
import { type HostileWorld, open, TIMEOUT_MS } from "#test/worker/http/hostile-world.ts";

const PAGE = /^<!doctype html>.*It is said\./;

describe("fetchPage", () => {
  let world: HostileWorld;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world?.[Symbol.asyncDispose]());
  const fetch = (path: string) => world.fetch(path);

  it.each([
    "/good",
    "/gzip",
    "/brotli",
    "/gzip-twice",
    "/encoding-nonsense",
    "/untyped",
    "/moved",
    "/cookie-wall",
    "/to-unicode",
    "/wrong-content-length",
    "/no-last-chunk",
    "/never-closed",
  ])("reads %s as a browser does", async (path) => {
    const page = await fetch(path);
    expect(page).toMatchObject({ kind: "html", status: 200, html: expect.stringMatching(PAGE) });
  });

  it("reads what comes with a redirect that names no address", async () => {
    expect(await fetch("/to-nowhere")).toMatchObject({ kind: "html", status: 301, html: expect.stringMatching(PAGE) });
  });

  it.each([
    ["/endless", "too-large", "The page is larger than 1 MB."],
    ["/gzip-bomb", "too-large", "The page is larger than 1 MB."],
    ["/silent", "timeout", "127.0.0.1 did not answer in time."],
    ["/slow-headers", "timeout", "127.0.0.1 did not answer in time."],
    ["/slow-drip", "timeout", "127.0.0.1 did not answer in time."],
    ["/short-content-length", "truncated", "The page ended too early: the connection broke while we read it."],
    ["/cut-chunked", "truncated", "The page ended too early: the connection broke while we read it."],
    ["/reset", "truncated", "The page ended too early: the connection broke while we read it."],
    ["/reset-at-once", "connection", "127.0.0.1 closed the connection without a complete answer."],
    ["/close-at-once", "connection", "127.0.0.1 closed the connection without a complete answer."],
    ["/gzip-broken", "bad-encoding", "The page's compressed content is damaged."],
    ["/gzip-not", "bad-encoding", "The page's compressed content is damaged."],
    ["/brotli-broken", "bad-encoding", "The page's compressed content is damaged."],
    ["/gzip-six-times", "bad-encoding", "The page uses a compression that browsers do not support."],
    ["/bzip2", "bad-encoding", "The page uses a compression that browsers do not support."],
    ["/image", "not-html", "This address is not a web page."],
    ["/endless-image", "not-html", "This address is not a web page."],
    ["/untyped-text", "not-html", "This address is not a web page."],
    ["/no-content", "not-html", "This address is not a web page."],
    ["/loop", "redirect-loop", "The page redirects in a circle and never loads."],
    ["/self", "redirect-loop", "The page redirects in a circle and never loads."],
    ["/chain?left=30", "redirect-loop", "The page redirects in a circle and never loads."],
    ["/to-private", "private-address", "169.254.169.254 is on a private network, which we do not visit."],
    ["/to-file", "http-error", "The page redirects to something that is not a web address."],
    ["/to-javascript", "http-error", "The page redirects to something that is not a web address."],
    ["/to-invalid", "http-error", "The page redirects to something that is not a web address."],
    ["/huge-headers", "connection", "We could not understand the answer of 127.0.0.1."],
    ["/always-304", "http-error", "The server answered with an error (304)."],
    ["/nothing-here", "not-found", "The page does not exist (404)."],
    ["/slow-drip-404", "not-found", "The page does not exist (404)."],
    ["/403", "forbidden", "The server refused our request (403)."],
    ["/500", "http-error", "The server answered with an error (500)."],
  ])("fails on %s, within its time: %s", async (path, code, message) => {
    const startedAt = performance.now();
    expect(await fetch(path)).toMatchObject({ kind: "failure", failure: { code, message } });
    expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS + 1_400);
  });
});

describe("fetchPage and the address of an answer", () => {
  it.each([
    ["/moved", "/good"],
    ["/loop", "/loop"],
    ["/to-private", "/to-private"],
    ["/to-file", "/to-file"],
    ["/404", "/404"],
  ])("gives for %s the answer's address where there is an answer: %s", async (path, answered) => {
    await using world = await open();
    expect(await world.fetch(path)).toMatchObject({ url: world.server.url + answered });
  });

  it("names the host that failed, not the one that redirected to it", async () => {
    await using world = await open();
    world.server.on("/away", (_, response) => response.writeHead(302, { location: "http://gone.invalid/" }).end());
    expect(await world.fetch("/away")).toMatchObject({ failure: { message: "The domain gone.invalid does not exist." } });
  });
});

describe("fetchPage over connections that fail", () => {
  it("tells a name that does not exist from a host that refuses", async () => {
    const closed = `127.0.0.1:${await findFreePort()}`;
    await using world = await open({ allow: [closed] });
    expect(await world.fetch("http://does-not-exist.invalid/")).toMatchObject({
      failure: { code: "dns", message: "The domain does-not-exist.invalid does not exist." },
    });
    expect(await world.fetch(`http://${closed}/`)).toMatchObject({ failure: { code: "refused" } });
  });

  it("does not understand what is no HTTP", async () => {
    const raw = await startRawServer("220 mail.example ESMTP ready\r\n\u0000\u0001 whatever\r\n");
    await using world = await open({ allow: [new URL(raw.url).host] });
    expect(await world.fetch(raw.url)).toMatchObject({ failure: { code: "connection" } });
    await raw.close();
  });

  it.each([
    ["self-signed", "The certificate of 127.0.0.1 is not signed by an authority that browsers trust."],
    [
      "incomplete-chain",
      "127.0.0.1 does not send its complete certificate chain, so some browsers show a warning instead of the page.",
    ],
  ] as const)("refuses a certificate that is %s", async (certificate, message) => {
    await using world = await open({ certificate });
    expect(await world.fetch("/good")).toMatchObject({ failure: { code: "tls", message } });
  });

  it("asks again on a new connection when the server has closed the one that was kept", async () => {
    await using world = await open();
    expect(await world.fetch("/good")).toMatchObject({ kind: "html" });
    world.server.dropConnections();
    expect(await world.fetch("/good")).toMatchObject({ kind: "html" });
  });

  it("throws the caller's reason when the caller gives up", async () => {
    await using world = await open();
    const controller = new AbortController();
    const reason = new Error("The crawl was cancelled.");
    world.server.on("/silent", () => controller.abort(reason));
    await expect(world.fetch("/silent", { signal: controller.signal })).rejects.toBe(reason);
  });
});

describe("fetchPage with validators", () => {
  const known = { etag: '"1"', lastModified: "Sat, 21 Nov 2026 00:00:00 GMT", bodyHash: "hash" };

  it("hands on the server's validators, and learns from a 304 that nothing changed", async () => {
    await using world = await open();
    const first = await world.fetch("/validators");
    expect(first).toMatchObject({ kind: "html", validators: { etag: '"1"', lastModified: known.lastModified } });
    expect(await world.fetch("/validators", { validators: known })).toEqual({ kind: "not-modified", validators: known });
  });

  it("takes over the validators that a 304 renews", async () => {
    await using world = await open();
    const answer = await world.fetch("/always-304", { validators: known });
    expect(answer).toEqual({ kind: "not-modified", validators: { ...known, etag: '"new"' } });
  });

  it("believes no 304 to a request that set no condition", async () => {
    await using world = await open();
    const validators = { etag: null, lastModified: null, bodyHash: "hash" };
    expect(await world.fetch("/always-304", { validators })).toMatchObject({ kind: "failure", status: 304 });
  });

  it("sets no condition where a redirect led: what stands there was never read", async () => {
    await using world = await open();
    world.server.on("/now-elsewhere", (_, response) => response.writeHead(301, { location: "/older" }).end());
    world.server.on("/older", (request, response) => {
      const isConditional = request.headers["if-none-match"] ?? request.headers["if-modified-since"];
      if (isConditional) response.writeHead(304).end();
      else response.writeHead(200, { "content-type": "text/html" }).end("<p>Another page");
    });
    const answer = await world.fetch("/now-elsewhere", { validators: known });
    expect(answer).toMatchObject({ kind: "html", url: `${world.server.url}/older` });
  });

  it("gives the same body the same hash, however it was packed", async () => {
    await using world = await open();
    const [plain, gzip] = [await world.fetch("/good"), await world.fetch("/gzip")];
    if (plain.kind !== "html" || gzip.kind !== "html") throw new Error("Both are pages.");
    expect(plain.validators.bodyHash).toMatch(/^[0-9a-f]{32}$/);
    expect(gzip.validators.bodyHash).toBe(plain.validators.bodyHash);
  });
});

describe("fetchPage and a host's wishes", () => {
  it("asks nothing more of a host until Retry-After is over", async () => {
    await using world = await open();
    world.server.on("/busy", (_, response) => response.writeHead(429, { "retry-after": "1" }).end());
    const startedAt = performance.now();
    expect(await world.fetch("/busy")).toMatchObject({ failure: { code: "rate-limited" } });
    expect(await world.fetch("/good")).toMatchObject({ kind: "html" });
    expect(performance.now() - startedAt).toBeGreaterThan(990);
  });

  it("does not count the wait for a host's turn against a page's time", async () => {
    await using world = await open({ perHost: 1 });
    world.server.on("/slow", (_, response) => void setTimeout(() => response.end("<p>Slow.</p>"), 0.6 * TIMEOUT_MS));
    const answers = await Promise.all(["/slow", "/slow", "/slow"].map((path) => world.fetch(path)));
    expect(answers.map(({ kind }) => kind)).toEqual(["html", "html", "html"]);
  });

  it("says honestly who asks", async () => {
    await using world = await open();
    const seen: unknown[] = [];
    world.server.on("/who", (request, response) => {
      seen.push(request.headers["user-agent"]);
      response.end("<p>Hello</p>");
    });
    await world.fetch("/who");
    expect(seen).toEqual(["TestBot/1.0"]);
  });
});
