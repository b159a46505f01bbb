import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { startRawServer } from "#test/support/servers/hostile-server.ts";
import { type HostileWorld, NEVER, open, TIMEOUT_MS } from "#test/worker/http/hostile-world.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { createLinkChecker } from "#worker/http/links/check-links.ts";

/** Host name longer than RFC 1035, 2.3.4 allows, so that it cannot be looked up. */
const LONG_NAME = `${"long-name-".repeat(6)}.`.repeat(5).concat("invalid");
const TALL = 3 * TIMEOUT_MS + 1_400;

describe("createLinkChecker", () => {
  let world: HostileWorld;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world?.[Symbol.asyncDispose]());

  async function verdictOn(target: string): Promise<LinkVerdict | undefined> {
    const check = createLinkChecker(world.client, { pauseMs: 1 });
    const url = URL.parse(target)?.href ?? world.server.url + target;
    const [verdict, ...more] = await Array.fromAsync(check([url], NEVER));
    expect(more).toEqual([]);
    return verdict;
  }

  it.each([
    "/good",
    "/good#here",
    "/good#",
    "/good#top",
    "/good#TOP",
    "/good#:~:text=It%20is",
    "/good#here:~:text=said",
    "/good#/route",
    "/endless",
    "/huge",
    "/endless#here",
    "/image",
    "/image#page=2",
    "/endless-image",
    "/empty",
    "/no-content",
    "/to-nowhere",
    "/cookie-wall",
    "/chain?left=15",
    "/to-unicode",
    "/head-405",
    "/head-404",
    "/head-500",
    "/head-403",
    "/head-hangs",
    "/gzip-broken#here",
    "/cut-chunked#here",
    "/slow-drip",
  ])("finds nothing wrong with %s", async (target) => {
    const startedAt = performance.now();
    expect(await verdictOn(target)).toMatchObject({ url: world.server.url + target, state: "ok", rule: null, reason: "" });
    expect(performance.now() - startedAt).toBeLessThan(TALL);
  });

  it.each([
    ["/nothing", "links/not-found", 404, "The page does not exist (404)."],
    ["/nothing#here", "links/not-found", 404, "The page does not exist (404)."],
    ["/slow-drip-404", "links/not-found", 404, "The page does not exist (404)."],
    ["/410", "links/not-found", 410, "The page does not exist (410)."],
    ["/500", "links/server-error", 500, "The server answered with an error (500)."],
    ["/503", "links/server-error", 503, "The server answered with an error (503)."],
    ["/loop", "links/redirect-loop", null, "The page redirects in a circle and never loads."],
    ["/self", "links/redirect-loop", null, "The page redirects in a circle and never loads."],
    ["/chain?left=30", "links/redirect-loop", null, "The page redirects in a circle and never loads."],
    ["/silent", "links/unreachable", null, "127.0.0.1 did not answer in time."],
    ["/slow-headers", "links/unreachable", null, "127.0.0.1 did not answer in time."],
    ["/reset-at-once", "links/unreachable", null, "127.0.0.1 closed the connection without a complete answer."],
    [
      "/good#elsewhere",
      "links/fragment",
      200,
      "The page has no anchor “#elsewhere”, so the link opens at the top of the page.",
    ],
    ["/gzip#caf%C3%A9", "links/fragment", 200, "The page has no anchor “#café”, so the link opens at the top of the page."],
    [`http://${LONG_NAME}/`, "links/unreachable", null, `We could not look up the domain ${LONG_NAME}.`],
    ["http://nowhere.invalid/", "links/domain-not-found", null, "The domain nowhere.invalid does not exist."],
  ])("calls %s broken: %s", async (target, rule, status, reason) => {
    const startedAt = performance.now();
    expect(await verdictOn(target)).toMatchObject({ state: "broken", rule, status, reason });
    expect(performance.now() - startedAt).toBeLessThan(TALL);
  });

  it.each([
    ["/401", 401],
    ["/402", 402],
    ["/403", 403],
    ["/405", 405],
    ["/406", 406],
    ["/451", 451],
    ["/999", 999],
    ["/challenge", 403],
    ["/huge-headers", null],
    ["/to-private", null],
    ["/to-file", null],
    ["/to-javascript", null],
  ])("cannot tell about %s", async (target, status) => {
    expect(await verdictOn(target)).toMatchObject({ state: "unknown", rule: "links/unknown", status });
  });

  it("cannot tell whether a place is missing that a script may make", async () => {
    const show = (head: string) => `<!doctype html><title>Bread</title>${head}<h2 id=rye>Rye</h2>`;
    const serve = (path: string, head: string) =>
      world.server.on(path, (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(show(head)));
    serve("/scripted", "<script src=/app.js></script>");
    serve("/data", '<script type="application/ld+json">{}</script><link rel=stylesheet href=/a.css>');
    expect(await verdictOn("/scripted#rye")).toMatchObject({ state: "ok" });
    expect(await verdictOn("/scripted#oats")).toMatchObject({ state: "unknown", rule: "links/unknown", status: 200 });
    expect(await verdictOn("/data#oats")).toMatchObject({ state: "broken", rule: "links/fragment" });
  });

  it("tells style sheets by their type, however they are called", async () => {
    const serve = (path: string, type: string) =>
      world.server.on(path, (_, response) => response.writeHead(200, { "content-type": type }).end("a { color: red }"));
    serve("/style.php", "text/css; charset=utf-8");
    serve("/text.css", "text/plain");
    expect(await verdictOn("/style.php")).toMatchObject({ state: "ok", sheet: "style sheet" });
    expect(await verdictOn("/text.css")).not.toHaveProperty("sheet");
  });

  it("cannot tell when the server asks to come back later", async () => {
    const later = { "retry-after": "0" };
    world.server.on("/later-429", (_, response) => response.writeHead(429, later).end());
    world.server.on("/later-503", (_, response) => response.writeHead(503, later).end());
    expect(await verdictOn("/later-429")).toMatchObject({ state: "unknown", status: 429 });
    expect(await verdictOn("/later-503")).toMatchObject({ state: "unknown", status: 503 });
  });

  it("names the new address of what has moved for good, and no other", async () => {
    const finalUrl = `${world.server.url}/good`;
    expect(await verdictOn("/moved")).toMatchObject({ state: "moved", rule: "links/moved", status: 200, finalUrl });
    expect((await verdictOn("/moved"))?.reason).toContain(finalUrl);
    expect(await verdictOn("/moved#here")).toMatchObject({ state: "moved", finalUrl: `${finalUrl}#here` });
    expect(await verdictOn("/moved#elsewhere")).toMatchObject({ state: "broken", rule: "links/fragment" });
    world.server.on("/for-now", (_, response) => response.writeHead(302, { location: "/moved" }).end());
    expect(await verdictOn("/for-now")).toMatchObject({ state: "ok", finalUrl });
    world.server.on("/moved-away", (_, response) => response.writeHead(301, { location: "/nothing" }).end());
    expect(await verdictOn("/moved-away")).toMatchObject({ state: "broken", rule: "links/not-found" });
  });

  it("leaves a target unknown at which we ourselves stumble, says so, and asks the others", async () => {
    const { limiter } = world.client;
    const run: typeof limiter.run = (url, task, signal) =>
      url.endsWith("/good") ? Promise.reject(new Error("Stumbled.")) : limiter.run(url, task, signal);
    const faults: unknown[] = [];
    const client = { ...world.client, limiter: { ...limiter, run } };
    const check = createLinkChecker(client, { pauseMs: 1, onFault: (error, address) => faults.push([String(error), address]) });
    const verdicts = await Array.fromAsync(check([`${world.server.url}/good`, `${world.server.url}/image`], NEVER));
    expect(verdicts.map(({ state }) => state)).toEqual(["unknown", "ok"]);
    expect(faults).toEqual([["Error: Stumbled.", `${world.server.url}/good`]]);
  });

  it("reaches nothing by https where plain HTTP is spoken", async () => {
    const reason = "We could not make a secure connection to 127.0.0.1.";
    const target = `${world.server.url.replace("http:", "https:")}/good`;
    expect(await verdictOn(target)).toMatchObject({ state: "broken", rule: "links/unreachable", reason });
  });

  it("tells a closed port and a server that speaks no HTTP", async () => {
    const closed = `127.0.0.1:${await findFreePort()}`;
    const raw = await startRawServer("SSH-2.0-OpenSSH_9.9\r\n");
    await using other = await open({ allow: [closed, new URL(raw.url).host] });
    const check = createLinkChecker(other.client, { pauseMs: 1 });
    const verdicts = await Array.fromAsync(check([`http://${closed}/`, raw.url], NEVER));
    await raw.close();
    expect(verdicts.map(({ rule }) => rule)).toEqual(["links/unreachable", "links/unreachable"]);
    expect(verdicts.map(({ reason }) => reason).sort()).toEqual([
      "127.0.0.1 refused the connection.",
      "We could not understand the answer of 127.0.0.1.",
    ]);
  });
});
