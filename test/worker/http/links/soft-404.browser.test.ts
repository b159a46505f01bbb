import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import { NEVER } from "#test/worker/http/hostile-world.ts";
import { createHttpClient } from "#worker/http/client/http-client.ts";
import { createLinkChecker } from "#worker/http/links/check-links.ts";

type Shown = { status?: number; html?: string; to?: string };

/** A host that shows every path as this says. */
async function openHost(show: (path: string) => Shown) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    requests.push(`${request.method} ${path}`);
    const { status = 200, html = "<title>Bakery</title><h1>Welcome</h1>", to } = show(path);
    if (to !== undefined) response.writeHead(301, { location: to }).end();
    else response.writeHead(status, { "content-type": "text/html" }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const host = `127.0.0.1:${address.port}`;
  const client = createHttpClient({ userAgent: "TestBot/1.0", allowedPrivateHosts: [host], timeoutMs: 3_000 });
  const check = async (paths: string[]) => {
    const verdicts = await Array.fromAsync(
      createLinkChecker(client, { pauseMs: 1 })(
        paths.map((path) => `http://${host}${path}`),
        NEVER,
      ),
    );
    return Object.fromEntries(verdicts.map(({ url, state, rule }) => [url.slice(`http://${host}`.length), rule ?? state]));
  };
  const close = async () => {
    await client.close();
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://${host}`, requests, check, [Symbol.asyncDispose]: close };
}

const ERROR = "<title>Bakery</title><h1>Page not found</h1>";
const REAL = new Set(["/", "/bread", "/lost"]);

describe("a host that answers 200 for everything", () => {
  it("is asked once for an address that does not exist, and what shows the same is gone", async () => {
    await using host = await openHost((path) => (REAL.has(path) ? {} : { html: ERROR }));
    expect(await host.check(["/bread", "/old", "/older?x=1", "/oldest"])).toEqual({
      "/bread": "ok",
      "/old": "links/gone-soft",
      "/older?x=1": "links/gone-soft",
      "/oldest": "links/gone-soft",
    });
    expect(host.requests.filter((request) => request.includes("no-such-page"))).toHaveLength(1);
    expect(host.requests).toHaveLength(5);
  });

  it("may redirect what is gone to a page that is named like an error, whatever that says", async () => {
    const html = "<title>Bakery</title><h1>Something is missing here</h1>";
    await using host = await openHost((path) => {
      if (REAL.has(path)) return {};
      if (path === "/wine") return { to: "/errors-of-wine/" };
      return path.startsWith("/error") ? { html } : { to: `/error/404?from=${path}` };
    });
    expect(await host.check(["/bread", "/old", "/wine"])).toEqual({
      "/bread": "ok",
      "/old": "links/gone-soft",
      "/wine": "links/moved",
    });
  });

  it("has pages about what is lost", async () => {
    await using host = await openHost((path) =>
      path === "/lost" ? { html: "<title>404</title><h1>A film about a page not found</h1>" } : { html: ERROR },
    );
    expect(await host.check(["/lost"])).toEqual({ "/lost": "ok" });
  });

  it("is believed where all that does not exist shows a form or the front page", async () => {
    await using host = await openHost(() => ({ html: "<title>Sign in</title><h1>Please sign in</h1>" }));
    expect(await host.check(["/members", "/old"])).toEqual({ "/members": "ok", "/old": "ok" });
    expect(host.requests).toHaveLength(2);
  });
});

describe("a host that says 404 where there is nothing", () => {
  it("is believed when it says 200, whatever the page calls itself", async () => {
    await using host = await openHost((path) =>
      path.includes("no-such-page") ? { status: 404, html: ERROR } : { html: ERROR },
    );
    expect(await host.check(["/odd"])).toEqual({ "/odd": "ok" });
  });
});

describe("an address that leads to a front page", () => {
  it("is likely gone where every address that does not exist leads there, and is not mailed", async () => {
    await using host = await openHost((path) => (REAL.has(path) ? {} : { to: "/" }));
    expect(await host.check(["/bread", "/old/rye", "/old/spelt"])).toEqual({
      "/bread": "ok",
      "/old/rye": "links/leads-home",
      "/old/spelt": "links/leads-home",
    });
  });

  it("has moved there where other addresses do not", async () => {
    await using host = await openHost((path) => (path === "/welcome" ? { to: "/" } : path === "/" ? {} : { status: 404 }));
    expect(await host.check(["/welcome"])).toEqual({ "/welcome": "links/moved" });
  });

  it("is a front page itself", async () => {
    await using host = await openHost((path) => (path === "/" ? {} : { to: "/" }));
    expect(await host.check(["/index.html", "/en/", "/"])).toEqual({
      "/index.html": "links/moved",
      "/en/": "links/moved",
      "/": "ok",
    });
  });
});
